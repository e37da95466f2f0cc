/// What a role may grant and a route may ask for, such as `bookings:create`.
package struct Permission: Hashable, Sendable, ExpressibleByStringLiteral, RawRepresentable {
    package let name: String

    package init(stringLiteral name: String) {
        self.name = name
    }

    package init(rawValue name: String) {
        self.name = name
    }

    package var rawValue: String { name }
}
