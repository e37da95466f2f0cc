/// All that the journal of a server can hold: the chapters of its features.
package struct Chapters: Sendable {
    /// A mistake in the declarations, found when the server is put together.
    package struct Contradiction: Error, CustomStringConvertible {
        package let description: String
    }

    package let kinds: [ReplayableKind]
    let tables: [ReadTable]
    let invariants: [Invariant]
    private let byName: [String: ReplayableKind]

    package init(_ chapters: [Chapter]) throws(Contradiction) {
        kinds = chapters.flatMap(\.kinds)
        tables = chapters.flatMap(\.tables)
        invariants = chapters.flatMap(\.invariants)
        byName = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in first }
        if let odd = kinds.first(where: { $0.name.split(separator: ".").count != 2 }) {
            throw Contradiction(description: "\(odd.name) doesn't say what happens to what")
        }
        if let twice = Chapters.firstTwice(kinds.map(\.name)) {
            throw Contradiction(description: "two chapters have the kind \(twice)")
        }
        if let twice = Chapters.firstTwice(tables.map { "\($0.name)" }) {
            throw Contradiction(description: "two chapters have the table \(twice)")
        }
    }

    private static func firstTwice(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }

    func kind(_ name: String) -> ReplayableKind? {
        byName[name]
    }
}
