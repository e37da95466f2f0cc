/// Somebody who comes to a route, with what they bring.
struct Guest: Sendable {
    let visitor: Visitor
    let id: String
    let token: String?

    /// Without an account; the id is one that nobody has.
    static let nobody = Guest(
        visitor: .anonymous, id: "01890000-0000-7000-8000-000000000000", token: nil)

    var fields: [(String, String)] {
        token.map { [("Authorization", "Bearer \($0)")] } ?? []
    }
}
