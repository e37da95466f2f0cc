/// What an entry asks for.
package struct Plans: Sendable {
    package let items: [Plan]
    /// How far these go, where there are more of the same entry.
    package let next: String?

    package init(_ items: [Plan], next: String? = nil) {
        self.items = items
        self.next = next
    }

    package static let none = Plans([])
}
