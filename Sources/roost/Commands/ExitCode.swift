/// How a command ended, in the numbers of sysexits.h where they say it.
enum ExitCode: Int32, Sendable {
    case success = 0
    case failure = 1
    /// The command line was wrong.
    case usage = 64
    /// The configuration was wrong.
    case configuration = 78
}
