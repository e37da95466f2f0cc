import HTTP

/// The lines of a file that comes in chunks, each with the line feed at its end, which the last may lack.
///
/// All of it is UTF-8, of which no other character has the byte of a line feed in it.
struct ImportLines {
    struct Line {
        /// Counted from one.
        let number: Int
        let bytes: [UInt8]

        /// Whether there is nothing to be seen on it.
        var isBlank: Bool {
            bytes.allSatisfy {
                $0 == Ascii.space || $0 == Ascii.carriageReturn || $0 == Ascii.lineFeed
            }
        }
    }

    /// More is no row of a table, but something else that lacks line feeds.
    static let mostBytes = 4 << 20

    private let nextChunk: () throws -> [UInt8]
    private var chunk: [UInt8] = []
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    init(ofChunks nextChunk: @escaping () throws -> [UInt8]) {
        self.nextChunk = nextChunk
    }

    /// The next line; nil behind the last.
    mutating func next() throws -> Line? {
        var bytes: [UInt8] = []
        number += 1
        while bytes.last != Ascii.lineFeed, try hasMore() {
            let rest = chunk[position...]
            let end = rest.firstIndex(of: Ascii.lineFeed).map { $0 + 1 } ?? chunk.count
            bytes += rest[..<end]
            position = end
            guard bytes.count <= Self.mostBytes else { throw fault("is longer than 4 MiB") }
        }
        guard !bytes.isEmpty else { return nil }
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw fault("is not UTF-8; save the file in that encoding")
        }
        // What some programs put before the first line to say that this is UTF-8.
        let isMarked = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return Line(number: number, bytes: isMarked ? Array(bytes.dropFirst(3)) : bytes)
    }

    private mutating func hasMore() throws -> Bool {
        if position == chunk.count, !isAtEnd {
            chunk = try nextChunk()
            position = 0
            isAtEnd = chunk.isEmpty
        }
        return position < chunk.count
    }

    private func fault(_ what: String) -> ImportError {
        ImportError(line: number, reason: "this line \(what)")
    }
}
