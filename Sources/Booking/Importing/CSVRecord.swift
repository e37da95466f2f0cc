import HTTP

/// A row of a CSV file, which may go over many lines where they end within quotes.
struct CSVRecord {
    static let quote = UInt8(ascii: "\"")
    private static let mostFieldBytes = 1 << 20
    private static let mostFields = 1_000

    private enum Place {
        case start
        case plain
        case quoted
        /// Behind a quote that ends the field, if no other follows at once.
        case closed
    }

    /// Where it begins.
    let line: Int
    private(set) var fields: [String] = []

    private let separator: UInt8
    private var field: [UInt8] = []
    private var place = Place.start
    /// Where the last quote was opened.
    private var quoteLine = 0
    private var bytes = 0

    init(at line: Int, separator: UInt8) {
        self.line = line
        self.separator = separator
    }

    /// Reads on, and says whether that was all of it.
    mutating func isWhole(with line: ImportLines.Line) throws(ImportError) -> Bool {
        bytes += line.bytes.count
        guard bytes <= ImportLines.mostBytes else { throw unclosed("isn't closed within 4 MiB") }
        for (index, byte) in line.bytes.enumerated() {
            guard place != .quoted else {
                if byte == Self.quote { place = .closed } else { field.append(byte) }
                continue
            }
            switch byte {
            case separator: try endField(at: line.number)
            case Self.quote: try takeQuote(at: line.number)
            case Ascii.lineFeed: break
            case Ascii.carriageReturn: try checkEnd(behind: index, of: line)
            default: try take(byte, at: line.number)
            }
        }
        guard place != .quoted else { return false }
        try endField(at: line.number)
        return true
    }

    private mutating func take(_ byte: UInt8, at line: Int) throws(ImportError) {
        guard place != .closed else {
            throw ImportError(
                line: line, reason: "something follows the quote that ends a field")
        }
        place = .plain
        field.append(byte)
    }

    private mutating func takeQuote(at line: Int) throws(ImportError) {
        switch place {
        case .start: quoteLine = line
        case .closed: field.append(Self.quote)
        case .plain, .quoted:
            throw ImportError(
                line: line,
                reason: "a quote stands within a field that doesn't begin with one; such a field "
                    + "is put into quotes, and its own are doubled")
        }
        place = .quoted
    }

    private mutating func endField(at line: Int) throws(ImportError) {
        guard field.count <= Self.mostFieldBytes else {
            throw ImportError(line: line, reason: "a field is longer than 1 MiB")
        }
        guard fields.count < Self.mostFields else {
            throw ImportError(line: line, reason: "there are more than 1,000 columns")
        }
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        place = .start
    }

    /// A carriage return belongs to the end of a line, or to the end of the file.
    private func checkEnd(behind index: Int, of line: ImportLines.Line) throws(ImportError) {
        let next = index + 1
        guard next == line.bytes.count || line.bytes[next] == Ascii.lineFeed else {
            throw ImportError(
                line: line.number,
                reason: "a carriage return stands alone; lines end in a line feed")
        }
    }

    /// A row that goes on and on.
    func unclosed(_ how: String) -> ImportError {
        ImportError(line: quoteLine, reason: "the quote that is opened here \(how)")
    }
}
