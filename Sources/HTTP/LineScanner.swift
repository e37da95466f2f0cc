/// Finds the ends of lines, each byte once, however the bytes arrive.
struct LineScanner: Sendable {
    /// How many bytes of the queue have been looked at.
    private var scanned = 0

    /// The line from `start`, without its CRLF, both counted from the queue's front; nil until it is
    /// whole. No line may hold a control character but the tab (RFC 9110 section 5.5): a bare CR or LF
    /// could make two recipients see different messages.
    mutating func line(
        in queue: ByteQueue, from start: Int, limit: Int, orElse tooLong: @autoclosure () -> Refusal
    ) throws(Refusal) -> Range<Int>? {
        let bytes = queue.bytes.span
        let offset = queue.start
        // One past the last byte that may be looked at: the line, and its CRLF.
        let bound = start + limit + 2
        let end = min(queue.count, bound)
        var index = scanned
        while true {
            index += LineScanner.plainBytes(bytes.extracting(offset + index..<offset + end))
            guard index < end else { break }
            switch bytes[offset + index] {
            case Ascii.tab:
                index += 1
            case Ascii.carriageReturn:
                guard index + 1 < queue.count else {
                    scanned = index
                    return nil
                }
                guard bytes[offset + index + 1] == Ascii.lineFeed else { throw .bareLineEnd }
                guard index - start <= limit else { throw tooLong() }
                scanned = index + 2
                return start..<index
            case Ascii.lineFeed:
                throw .bareLineEnd
            default:
                throw .malformed("A control character stands in the header.")
            }
        }
        scanned = index
        if index >= bound { throw tooLong() }
        return nil
    }

    /// How many bytes in front are neither a control character nor the end of a line: nearly all are.
    private static func plainBytes(_ bytes: Span<UInt8>) -> Int {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < Ascii.space || byte == Ascii.delete { return index }
        }
        return bytes.count
    }
}
