/// How far somebody came: `yes` is past the door, whatever was answered behind it.
enum Passage: String, Sendable {
    case yes
    case unauthorized = "401"
    case forbidden = "403"
    /// The server failed, so nobody knows.
    case broken = "500"

    init(status: Int) {
        self = Passage(rawValue: String(status)) ?? .yes
    }
}
