/// The password of an account that a command makes.
struct ChosenPassword: Sendable {
    let text: String
    /// Nobody knows it yet.
    let isMade: Bool

    /// Without what is mistaken for something else when it is copied by hand.
    private static let letters = Array("abcdefghijkmnopqrstuvwxyz23456789")
    private static let groups = 5
    private static let lettersOfGroup = 5

    /// Five groups of five letters: 126 bits of the system's randomness, and easy to copy.
    static func made() -> ChosenPassword {
        let words = (0..<groups).map { _ in
            String((0..<lettersOfGroup).compactMap { _ in letters.randomElement() })
        }
        return ChosenPassword(text: words.joined(separator: "-"), isMade: true)
    }
}
