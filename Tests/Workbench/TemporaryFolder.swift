import Foundation

/// A folder that is empty at first and gone, with all that is in it, when nobody holds it any more.
package final class TemporaryFolder: Sendable {
    /// Its absolute path, without a slash at the end.
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory().appending("roost-\(UUID().uuidString)")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, and the folders above it where they are missing.
    package func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file, `nil` where there is none.
    package func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The texts of all files in a folder within, by the order of their names; none where there is no
    /// folder.
    package func files(in name: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: "\(path)/\(name)") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)").sorted()
            .compactMap { read("\(name)/\($0)") }
    }
}
