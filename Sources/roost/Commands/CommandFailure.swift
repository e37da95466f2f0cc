/// Why a command could not do its work, as a line that its caller understands.
struct CommandFailure: Error, Equatable {
    let line: String
    var exitCode = ExitCode.failure
}
