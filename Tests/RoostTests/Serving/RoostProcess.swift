import JSON
import Processes
import Testing
import Workbench

/// The built `roost`, running as a process of its own in a folder of its own. Whatever becomes of the
/// test, the process ends with it.
final class RoostProcess {
    let folder: TemporaryFolder
    private var process: ChildProcess

    /// How long a test waits for a process to do something.
    private static let patience = Duration.seconds(20)

    /// Starts it with these words and with no variables but these, and without samples where they don't say
    /// otherwise.
    init(_ words: [String], _ variables: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        for name in ["out", "err"] { try folder.write("", to: name) }
        process = try ChildProcess(
            ChildProcess.program("roost"), words,
            variables: ChildProcess.sanitizers.merging(["SEED_SAMPLE_DATA": "off"]) { $1 }
                .merging(variables) { $1 }, in: folder.path,
            output: "\(folder.path)/out", errors: "\(folder.path)/err")
    }

    var said: String { folder.read("out") ?? "" }
    var complained: String { folder.read("err") ?? "" }

    func signal(_ number: Int32) {
        process.signal(number)
    }

    /// How it ended, as soon as it has.
    func end() async throws -> ChildEnd {
        try await eventually("the end") { process.end() }
    }

    /// The lines of its log so far.
    var lines: [JSON] {
        said.split(separator: "\n").compactMap { try? JSON.parse(String($0)) }
    }

    func lines(saying message: String) -> [JSON] {
        lines.filter { $0["message"] == .string(message) }
    }

    /// The first line with this message, as soon as it is there.
    func line(saying message: String) async throws -> JSON {
        try await eventually(message) { lines(saying: message).first }
    }

    /// What comes true after a while.
    @discardableResult
    private func eventually<Value>(
        _ what: String, _ find: () -> Value?
    ) async throws -> Value {
        let end = ContinuousClock.now + RoostProcess.patience
        while ContinuousClock.now < end {
            if let value = find() { return value }
            try await Task.sleep(for: .milliseconds(5))
        }
        return try #require(find(), "no \(what): \(said)\(complained)")
    }
}
