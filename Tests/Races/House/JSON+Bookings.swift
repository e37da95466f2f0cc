import JSON

extension JSON {
    func text(_ name: String) -> String? {
        if case .string(let text)? = self[name] { text } else { nil }
    }

    func number(_ name: String) -> Int? {
        if case .integer(let number)? = self[name] { Int(exactly: number) } else { nil }
    }

    /// Whether a booking holds its places or its time.
    var isLive: Bool { ["pending", "confirmed"].contains(text("state")) }
}
