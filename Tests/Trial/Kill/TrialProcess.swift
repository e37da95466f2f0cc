import Glibc
import Posix
import Processes

/// Another process of this program, and what it says. It is gone when nobody holds it any more.
struct TrialProcess: ~Copyable {
    private var process: ChildProcess
    /// What it says goes to a file: nothing of it gets lost with the process.
    private let output: File
    private(set) var said: [UInt8] = []

    /// The file for what it says must not be there yet. What it complains of is not kept.
    init(_ words: [String], output path: String) throws(SystemError) {
        let output = try File(creating: path)
        process = try ChildProcess(
            ChildProcess.program("trial"), words, variables: ChildProcess.sanitizers, output: path,
            errors: "/dev/null")
        self.output = output
    }

    /// Listens until a moment, or until it has said something.
    mutating func listen(
        until end: ContinuousClock.Instant, for line: String? = nil
    ) throws(SystemError) {
        while ContinuousClock.now < end {
            try listen()
            if let line, String(decoding: said, as: UTF8.self).contains("\(line)\n") { return }
            usleep(500)
        }
    }

    private mutating func listen() throws(SystemError) {
        said += try output.read(at: said.count, atMost: 16 << 20)
    }

    /// Kills it, and listens to the last that it had said.
    mutating func kill() throws(SystemError) {
        process.kill()
        try listen()
    }
}
