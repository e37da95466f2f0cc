import Foundation
import Testing

/// Expects that a committed file holds exactly this text.
///
/// The path is named from the package's root. `UPDATE_SNAPSHOTS=1` accepts what is: it writes the
/// file instead of comparing, so that a change of output is reviewed as a change of that file.
package func expectSnapshot(
    _ text: String, matches path: String, at location: SourceLocation = #_sourceLocation
) {
    Snapshot(path: path, mayUpdate: Snapshot.isUpdating).expect(text, at: location)
}

/// Expects that the part of a committed file between two marker lines is exactly this text.
package func expectSnapshot(
    _ text: String, between start: String, and end: String, in path: String,
    at location: SourceLocation = #_sourceLocation
) {
    let snapshot = Snapshot(path: path, mayUpdate: Snapshot.isUpdating)
    guard let whole = snapshot.committed?.replacing(between: start, and: end, with: text) else {
        Issue.record("\(path) has no part between \(start) and \(end)", sourceLocation: location)
        return
    }
    snapshot.expect(whole, at: location)
}

/// A committed file that a test compares with what the program makes today.
struct Snapshot {
    /// Where the file is: absolute, or named from the package's root.
    let path: String
    /// Whether a difference is accepted by writing the file.
    let mayUpdate: Bool

    static var isUpdating: Bool {
        ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"
    }

    var committed: String? {
        FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
    }

    private var file: String {
        path.hasPrefix("/") ? path : PackageRoot.file(path)
    }

    func expect(_ text: String, at location: SourceLocation) {
        guard let difference = difference(from: text) else { return }
        if mayUpdate {
            write(text, at: location)
        } else {
            Issue.record("\(difference)", sourceLocation: location)
        }
    }

    /// What a failure says; `nil` when the file holds exactly this text.
    func difference(from text: String) -> String? {
        guard let committed else { return "\(path) is missing.\n\(Self.advice)" }
        guard committed != text else { return nil }
        let old = committed.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(old, new).prefix { $0 == $1 }.count
        let lines =
            ["\(path) differs from line \(first + 1):"]
            + old.dropFirst(first).prefix(Self.shownLines).map { "- \($0)" }
            + new.dropFirst(first).prefix(Self.shownLines).map { "+ \($0)" }
        return (lines + [Self.advice]).joined(separator: "\n")
    }

    private func write(_ text: String, at location: SourceLocation) {
        do {
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            Issue.record("\(path) can't be written: \(error)", sourceLocation: location)
        }
    }

    /// Enough lines to see what changed, few enough to read.
    private static let shownLines = 5
    private static let advice =
        "To accept what is new: UPDATE_SNAPSHOTS=1 swift test --filter <this test>, then review the diff."
}

extension String {
    /// The text with the lines between two marker lines replaced; `nil` when a marker is missing.
    func replacing(between start: String, and end: String, with part: String) -> String? {
        guard let opening = range(of: start + "\n"),
            let closing = range(of: end, range: opening.upperBound..<endIndex)
        else { return nil }
        return replacingCharacters(in: opening.upperBound..<closing.lowerBound, with: part)
    }
}
