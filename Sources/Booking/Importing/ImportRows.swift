/// The rows of a table, one after the other: only one is in memory at a time.
package struct ImportRows {
    private enum Reader {
        case csv(CSVReader)
        case jsonLines(JSONLinesReader)
    }

    private var reader: Reader

    /// `nextChunk` gives one piece of the file after the other, and an empty one at its end.
    package init(_ form: ImportForm, ofChunks nextChunk: @escaping () throws -> [UInt8]) {
        let lines = ImportLines(ofChunks: nextChunk)
        switch form {
        case .csv: reader = .csv(CSVReader(lines))
        case .tsv: reader = .csv(CSVReader(lines, separator: UInt8(ascii: "\t")))
        case .jsonLines: reader = .jsonLines(JSONLinesReader(lines))
        }
    }

    /// The next row; nil behind the last. After an error it is not asked again.
    package mutating func next() throws -> ImportRow? {
        switch reader {
        case .csv(var rows):
            defer { reader = .csv(rows) }
            return try rows.next()
        case .jsonLines(var rows):
            defer { reader = .jsonLines(rows) }
            return try rows.next()
        }
    }
}
