/// The columns that an import leaves out, each told once.
package struct UnknownUserColumns {
    private var seen: Set<String> = []

    package init() {}

    /// Those of a row that no row before it had, sorted.
    package mutating func new(in row: ImportRow) -> [String] {
        let unknown = Set(row.values.keys.filter { UserColumn(named: $0) == nil })
        let new = unknown.subtracting(seen)
        seen.formUnion(new)
        return new.sorted()
    }
}
