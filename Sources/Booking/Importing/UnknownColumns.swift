/// The columns that an import leaves out, each told once.
package struct UnknownColumns {
    private let isKnown: (String) -> Bool
    private var seen: Set<String> = []

    package init(besides isKnown: @escaping (String) -> Bool) {
        self.isKnown = isKnown
    }

    /// Those of a row that no row before it had, sorted.
    package mutating func new(in row: ImportRow) -> [String] {
        let unknown = Set(row.values.keys.filter { !isKnown($0) })
        let new = unknown.subtracting(seen)
        seen.formUnion(new)
        return new.sorted()
    }
}
