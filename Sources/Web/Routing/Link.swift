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
    let target: [UInt8]

    package init(_ relation: Relation, _ target: [UInt8]) {
        self.relation = relation
        self.target = target
    }

    package init(_ relation: Relation, _ target: String) {
        self.init(relation, Array(target.utf8))
    }

    /// As the field `Link` has them.
    static func list(_ links: [Link]) -> [UInt8] {
        var list: [UInt8] = []
        list.reserveCapacity(links.reduce(0) { $0 + $1.target.count + 20 })
        for link in links {
            if !list.isEmpty { list += ", ".utf8 }
            list.append(UInt8(ascii: "<"))
            list += link.target
            list += ">; rel=\"".utf8
            list += link.relation.rawValue.utf8
            list.append(UInt8(ascii: "\""))
        }
        return list
    }
}
