import JSON

/// What is said on a line besides notices.
enum LiveMessage {
    /// Who listens is known, and hears of everything from here on.
    static let ready = Array(#"{"type":"ready"}"#.utf8)
    /// More has happened than is told again: the lists have it.
    static let reload = Array(#"{"type":"reload"}"#.utf8)

    /// Tokens have about 500 bytes; what is longer than this is none.
    private static let longest = 9_000

    /// The token of `{"type":"auth","token":"…"}`; nil for anything else.
    static func token(in text: [UInt8]) -> [UInt8]? {
        guard text.count <= longest, let message = try? JSON.parse(text),
            case .string("auth")? = message["type"], case .string(let token)? = message["token"]
        else { return nil }
        return Array(token.utf8)
    }
}
