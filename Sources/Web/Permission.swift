/// What a role may grant and a route may ask for, such as `bookings:create`.
package struct Permission: Hashable, Sendable, ExpressibleByStringLiteral {
    package let name: String

    package init(stringLiteral name: String) {
        self.name = name
    }
}
