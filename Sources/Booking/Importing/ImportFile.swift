import Posix

/// A file with a table in it, read by the form that its name tells of.
package enum ImportFile {
    /// Its rows, to be asked for one by one.
    package static func rows(in path: String) throws -> ImportRows {
        let form = try ImportForm(of: path)
        guard File.exists(path) else {
            throw ImportError(line: nil, reason: "there is no \(path)")
        }
        guard File.isPlain(path) else {
            throw ImportError(line: nil, reason: "\(path) is not a file")
        }
        let chunks = FileChunks(try File(reading: path))
        return ImportRows(form) { try chunks.next() }
    }

    /// Does something with each row, up to the first that can't be read.
    package static func each(in path: String, _ body: (ImportRow) throws -> Void) throws {
        var rows = try rows(in: path)
        while let row = try rows.next() { try body(row) }
    }
}

/// A file from its start to its end, piece by piece.
private final class FileChunks {
    private let file: File
    private var offset = 0

    private static let bytes = 256 << 10

    init(_ file: consuming File) {
        self.file = file
    }

    func next() throws(SystemError) -> [UInt8] {
        let chunk = try file.read(at: offset, atMost: FileChunks.bytes)
        offset += chunk.count
        return chunk
    }
}
