import Foundation
import Processes
import Workbench

/// A run of a page's commands: bash in an empty folder, with `roost` on its path and a server to ask.
final class GuideRun {
    private let folder: TemporaryFolder
    private var process: ChildProcess

    /// For pages that start a server themselves: `timeout` ends the page and all that it started.
    private static let seconds = 300

    /// `roost` is where the server is that runs already, nil where the page starts one. Each run of the same
    /// tests has another number.
    init(_ script: GuideScript, number: Int, roost: String?) throws {
        folder = try TemporaryFolder()
        for name in ["out", "err"] { try folder.write("", to: "said/\(name)") }
        try folder.write(script.text, to: "said/\(script.file)")
        try folder.write("", to: "here/.empty")
        process = try ChildProcess(
            "/usr/bin/timeout",
            [
                "\(GuideRun.seconds)", "/bin/bash", "-euo", "pipefail",
                "\(folder.path)/said/\(script.file)",
            ],
            variables: GuideRun.variables(number, roost, home: folder.path),
            in: "\(folder.path)/here", output: "\(folder.path)/said/out",
            errors: "\(folder.path)/said/err")
    }

    private static func variables(
        _ number: Int, _ roost: String?, home: String
    ) -> [String: String] {
        var variables = ChildProcess.sanitizers
        let programs = self.folder(of: ChildProcess.program("roost"))
        variables["PATH"] = "\(programs):\(variables["PATH"] ?? "/usr/bin:/bin")"
        variables["HOME"] = home
        // Each process and page has a loopback address of its own, so nobody else has its ports.
        let id = ProcessInfo.processInfo.processIdentifier
        let host = "127.\(64 + id >> 8 & 63).\(id & 255).\(number)"
        variables["HOOKS"] = "http://\(host):9000"
        variables["ROOST"] = roost ?? "http://\(host):8000"
        if roost == nil { variables["HOST"] = host }
        return variables
    }

    private static func folder(of path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
    }

    /// How it ended, as soon as it has.
    func end() async throws -> ChildEnd {
        while true {
            if let end = process.end() { return end }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    var said: String {
        "\(folder.read("said/err") ?? "")\n\(folder.read("said/out") ?? "")"
    }
}
