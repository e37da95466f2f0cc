/// What a command finds around it: variables, files, and where to write.
struct Surroundings: Sendable {
    let environment: [String: String]
    let files: WorkingFolder
    /// Takes what was asked for.
    let say: @Sendable (String) -> Void
    /// Takes what went wrong, one line each.
    let complain: @Sendable (String) -> Void
    /// Where it is told something.
    var input = Input.nothing
}
