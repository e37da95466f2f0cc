import HTTP
import JSON

/// Reads a table as RFC 4180 describes it and spreadsheets write it: commas, semicolons or tabs
/// between the fields, quotes around some, the names of the columns in the first row.
///
/// Blank lines are skipped, and rows in which all is empty. What could be read in two ways is refused.
struct CSVReader {
    private var lines: ImportLines
    private var separator: UInt8?
    private var columns: [String] = []

    /// Without a separator the header tells it.
    init(_ lines: ImportLines, separator: UInt8? = nil) {
        self.lines = lines
        self.separator = separator
    }

    mutating func next() throws -> ImportRow? {
        if columns.isEmpty { columns = try header() }
        while let record = try record() {
            let row = try row(of: record)
            if !row.values.isEmpty { return row }
        }
        return nil
    }

    private func row(of record: CSVRecord) throws(ImportError) -> ImportRow {
        guard record.fields.count == columns.count else {
            throw ImportError(
                line: record.line,
                reason: "this row has \(record.fields.count) fields, the header \(columns.count)")
        }
        var values: [String: JSON] = [:]
        for (column, field) in zip(columns, record.fields) where !field.isEmpty {
            values[column] = .string(field)
        }
        return ImportRow(line: record.line, values)
    }

    // MARK: The header

    private mutating func header() throws -> [String] {
        guard let record = try record() else {
            throw ImportError(line: nil, reason: "there is no header: the file is empty")
        }
        let names = record.fields.map(\.asColumnName)
        var seen: Set<String> = []
        for (index, name) in names.enumerated() {
            guard !name.isEmpty else {
                throw ImportError(line: record.line, reason: "column \(index + 1) has no name")
            }
            guard seen.insert(name).inserted else {
                throw ImportError(line: record.line, reason: "two columns are called \"\(name)\"")
            }
        }
        return names
    }

    /// What stands between the names of a header: the first of these that is found outside of quotes.
    private static func separator(in header: [UInt8]) -> UInt8 {
        var isQuoted = false
        var found: Set<UInt8> = []
        for byte in header {
            if byte == CSVRecord.quote { isQuoted.toggle() }
            if !isQuoted { found.insert(byte) }
        }
        return separators.first(where: found.contains) ?? separators[0]
    }

    private static let separators: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"),
    ]

    // MARK: Records

    /// The next row that isn't blank, with all of its lines.
    private mutating func record() throws -> CSVRecord? {
        var next = try lines.next()
        while let line = next, line.isBlank { next = try lines.next() }
        guard let first = next else { return nil }
        let separator = separator ?? CSVReader.separator(in: first.bytes)
        self.separator = separator
        var record = CSVRecord(at: first.number, separator: separator)
        while let line = next {
            if try record.isWhole(with: line) { return record }
            next = try lines.next()
        }
        throw record.unclosed("is never closed")
    }
}
