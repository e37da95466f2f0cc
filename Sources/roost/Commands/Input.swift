/// What is typed for a command, or piped into it.
struct Input: Sendable {
    /// Whether somebody sits there who can be asked.
    let isTerminal: Bool
    /// The next line; nil at the end.
    let line: @Sendable () -> String?
    /// The line that somebody types behind a prompt, unseen.
    let secret: @Sendable (_ prompt: String) -> String?

    /// Nobody is there.
    static let nothing = Input(isTerminal: false, line: { nil }, secret: { _ in nil })
}
