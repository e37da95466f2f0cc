import Glibc
import Synchronization

/// Says which case it was when a trap ends the process.
enum FuzzTrap {
    /// The case that runs.
    static let number = Atomic<UInt64>(0)

    static func watch() {
        for cause in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT] {
            signal(cause) { cause in
                FuzzTrap.sayWhere()
                signal(cause, SIG_DFL)
            }
        }
    }

    /// The process is about to die and memory may be in disorder, but saying nothing is no better.
    private static func sayWhere() {
        let text = Array("\nTrapped in --case \(number.load(ordering: .relaxed))\n".utf8)
        _ = write(STDERR_FILENO, text, text.count)
    }
}
