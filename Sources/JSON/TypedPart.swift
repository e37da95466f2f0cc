/// A part with its type.
package final class TypedPart<Own: Sendable>: ObjectPart {
    private let own: Own

    package init(_ own: Own) {
        self.own = own
    }

    package func part<Part>(as type: Part.Type) throws(Unreadable) -> Part {
        guard Own.self == Part.self else { throw Unreadable() }
        // It is that type. A cast would look up what an optional of it is, each time.
        return unsafe unsafeBitCast(own, to: Part.self)
    }
}
