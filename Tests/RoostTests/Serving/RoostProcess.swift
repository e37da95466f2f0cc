import Foundation
import Glibc
import JSON
import Synchronization
import Testing
import Workbench

/// The built `roost`, running as a process of its own in a folder of its own. Whatever becomes of the
/// test, the process ends with it.
final class RoostProcess {
    let folder: TemporaryFolder
    private let process = Process()

    /// How long a test waits for a process to do something.
    private static let patience = Duration.seconds(20)

    /// Starts it with these words and with no variables but these.
    init(_ words: [String], _ variables: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        process.executableURL = RoostProcess.executable
        process.arguments = words
        process.environment = RoostProcess.sanitizers.merging(variables) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle.nullDevice
        for (name, stream) in [("out", \Process.standardOutput), ("err", \Process.standardError)] {
            try folder.write("", to: name)
            process[keyPath: stream] = FileHandle(forWritingAtPath: "\(folder.path)/\(name)")
        }
        try RoostProcess.spawning.withLock { _ in try process.run() }
    }

    /// One at a time: Foundation sees the end of a process by a socket that the process holds, and what is
    /// started in the same moment would hold it too, and for as long as it lives.
    private static let spawning = Mutex(())

    deinit {
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    }

    /// What sanitizers are told counts for the process too, when it is built with them.
    private static var sanitizers: [String: String] {
        ProcessInfo.processInfo.environment.filter {
            // Without PATH a sanitizer finds nobody who names functions, and so no known finding.
            $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "PATH"
        }
    }

    /// It lies beside the bundle of the tests.
    private static var executable: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("roost")
    }

    var said: String { folder.read("out") ?? "" }
    var complained: String { folder.read("err") ?? "" }

    func signal(_ number: Int32) {
        Glibc.kill(process.processIdentifier, number)
    }

    /// How it ended, as soon as it has.
    func end() async throws -> RoostEnd {
        try await eventually("the end") { process.isRunning ? nil : true }
        return process.terminationReason == .exit
            ? .exit(process.terminationStatus) : .signal(process.terminationStatus)
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
