import JSON

/// What a row has for each of the columns that mean something, and what was found wrong with it.
struct ImportCells<Column: ImportColumn> {
    private struct Cell {
        /// The column as the file calls it.
        let name: String
        let value: JSON
    }

    private var cells: [Column: [Cell]] = [:]
    private var faults = Faults()

    /// Those of columns that a table of the kind may have; of all when it isn't said.
    init(_ row: ImportRow, among columns: Set<Column>? = nil) {
        for (name, value) in row.values.sorted(by: { $0.key < $1.key }) {
            let value = value.unwrapped
            guard let column = Column(named: name), columns?.contains(column) ?? true,
                !ImportCells.isEmpty(value, column)
            else { continue }
            cells[column, default: []].append(Cell(name: name, value: value))
        }
    }

    var sentences: [String] { faults.all.map { "\($0.field) \($0.detail)" } }

    func isAbsent(_ column: Column) -> Bool { cells[column] == nil }

    /// How the file calls a column.
    func name(of column: Column) -> String { cells[column]?.first?.name ?? "" }

    /// The one value of a column. Where two spellings of its name are there, both have to say the same.
    mutating func read<Value: Equatable>(
        _ column: Column, _ read: (JSON, inout Faults) -> Value?
    ) -> Value? {
        let values = readAll(column, read)
        return agreed(values, column)
    }

    /// The same for what requests may bring too: the limits are those of the schema, and the text of a CSV
    /// file stands for what JSON would have.
    mutating func read<Value: Equatable>(_ column: Column, as schema: Schema<Value>) -> Value? {
        let values = cells[column, default: []].compactMap { cell in
            guard case .string(let text) = cell.value else {
                return faults.at(cell.name) { schema.read(cell.value, &$0) }
            }
            return schema.readText(text, at: cell.name, &faults)
        }
        return agreed(values, column)
    }

    private mutating func agreed<Value: Equatable>(_ values: [Value], _ column: Column) -> Value? {
        guard values.contains(where: { $0 != values[0] }) else { return values.first }
        let names = cells[column, default: []].map(\.name)
        add(
            "conflict", "must be the same as \(names[0])",
            to: names.dropFirst().joined(separator: ", "))
        return nil
    }

    /// The values of all columns that mean the same.
    mutating func readAll<Value>(
        _ column: Column, _ read: (JSON, inout Faults) -> Value?
    ) -> [Value] {
        cells[column, default: []].compactMap { cell in
            faults.at(cell.name) { read(cell.value, &$0) }
        }
    }

    mutating func add(_ code: String, _ detail: String, to name: String) {
        faults.at(name) { $0.add(code, detail) }
    }

    /// The same for a column, by the name that the file has for it.
    mutating func add(_ code: String, _ detail: String, to column: Column) {
        guard let name = cells[column]?.first?.name else { return }
        add(code, detail, to: name)
    }

    /// MySQL exports what isn't there as `NULL`, PostgreSQL as `\N`.
    private static func isEmpty(_ value: JSON, _ column: Column) -> Bool {
        guard case .string(let text) = value else { return value == .null }
        return switch text {
        case "", "\\N": true
        case "NULL": !column.mayBeCalledNull
        default:
            !column.mayBeBlank && text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        }
    }
}

extension JSON {
    /// The value within what MongoDB exports around it: `{"$oid": "…"}`, `{"$date": "…"}`
    /// (https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/).
    fileprivate var unwrapped: JSON {
        guard case .object(let members) = self, members.count == 1, let member = members.first,
            JSON.wrappers.contains(member.name)
        else { return self }
        return member.value.unwrapped
    }

    private static let wrappers: Set = ["$oid", "$date", "$numberLong", "$numberInt", "$uuid"]
}
