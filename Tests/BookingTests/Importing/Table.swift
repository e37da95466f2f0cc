import JSON

@testable import Booking

/// A table that a test has as text, or as bytes that are none.
struct Table {
    let form: ImportForm
    let bytes: [UInt8]

    static func csv(_ text: String) -> Table { Table(form: .csv, bytes: Array(text.utf8)) }
    static func tsv(_ text: String) -> Table { Table(form: .tsv, bytes: Array(text.utf8)) }
    static func jsonLines(_ text: String) -> Table {
        Table(form: .jsonLines, bytes: Array(text.utf8))
    }

    /// All of its rows, read in chunks of so many bytes.
    func rows(inChunksOf size: Int = 64) throws -> [ImportRow] {
        let bytes = bytes
        var position = 0
        var rows = ImportRows(form) {
            let chunk = bytes[position...].prefix(size)
            position += chunk.count
            return Array(chunk)
        }
        var all: [ImportRow] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }

    /// What is wrong with it; nil where nothing is.
    func fault() throws -> ImportError? {
        do {
            _ = try rows()
            return nil
        } catch let error as ImportError {
            return error
        }
    }
}
