import Glibc

/// Says which case it was when a trap ends the process.
enum FuzzTrap {
    /// The case that runs. Only the handler reads it, and only when nothing else runs any more.
    nonisolated(unsafe) static var number: UInt64 = 0
    nonisolated(unsafe) private static var campaign: [UInt8] = []

    static func announce(_ name: String, seed: UInt64) {
        campaign = Array("\nTrapped. Again: trial \(name) --seed \(seed) --case ".utf8)
        for cause in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT] {
            signal(cause) { cause in
                FuzzTrap.sayWhere()
                signal(cause, SIG_DFL)
            }
        }
    }

    /// The process is about to die and memory may be in disorder, but saying nothing is no better.
    private static func sayWhere() {
        let text = campaign + Array("\(number)\n".utf8)
        _ = write(STDERR_FILENO, text, text.count)
    }
}
