/// What a rule lets pass, and why.
enum Exceptions {
    static let uncheckedWords = ["@unchecked Sendable", "nonisolated(unsafe)"]

    /// Files that may hold one of those words, each with the reason why it is right there.
    static let unchecked: [String: String] = [
        "Sources/roost/Log/LogQueue.swift":
            "everything that changes is guarded by a pthread mutex, which has a condition to wait for"
    ]
}
