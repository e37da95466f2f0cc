/// Where another part of a list is (RFC 8288).
package struct Link: Equatable, Sendable {
    package enum Relation: String, Sendable {
        case first
        case prev
        case next
        case last
    }

    package let relation: Relation
    /// Path and query. Whoever makes it escapes what a query can't hold.
    package let target: String

    package init(_ relation: Relation, _ target: String) {
        self.relation = relation
        self.target = target
    }

    /// As the field `Link` has it.
    var text: String { "<\(target)>; rel=\"\(relation.rawValue)\"" }
}
