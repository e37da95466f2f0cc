import JSON

/// Reads a JSON object from each line (https://jsonlines.org). Blank lines are skipped.
struct JSONLinesReader {
    private var lines: ImportLines

    init(_ lines: ImportLines) {
        self.lines = lines
    }

    mutating func next() throws -> ImportRow? {
        while let line = try lines.next() {
            if !line.isBlank { return try JSONLinesReader.row(of: line) }
        }
        return nil
    }

    private static func row(of line: ImportLines.Line) throws(ImportError) -> ImportRow {
        guard case .object(let members) = try document(of: line) else {
            throw ImportError(line: line.number, reason: "this line is no JSON object")
        }
        var values: [String: JSON] = [:]
        for member in members where member.value != .null {
            let name = member.name.asColumnName
            guard values.updateValue(member.value, forKey: name) == nil else {
                throw ImportError(line: line.number, reason: "\"\(name)\" stands there twice")
            }
        }
        return ImportRow(line: line.number, values)
    }

    private static func document(of line: ImportLines.Line) throws(ImportError) -> JSON {
        do throws(MalformedJSON) {
            return try JSON.parse(line.bytes)
        } catch {
            throw ImportError(line: line.number, reason: "this line is no JSON: \(error)")
        }
    }
}
