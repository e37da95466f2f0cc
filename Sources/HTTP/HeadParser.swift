/// Reads one request head, line by line as the lines complete (RFC 9112 sections 2 to 5).
struct HeadParser: Sendable {
    private var scanner = LineScanner()
    private var lineStart = 0
    private var skippedEmptyLine = false
    private var requestLine: RequestLine?
    private var blockStart = 0
    private var lines: [RequestFields.Line] = []

    /// The head once its empty line is there; its bytes then leave the queue.
    mutating func parse(_ input: inout ByteQueue) throws(Refusal) -> RequestHead? {
        if requestLine == nil {
            guard try parseRequestLine(&input) else { return nil }
        }
        while let line = try nextFieldLine(input) {
            if line.isEmpty { return try finish(&input) }
            try append(line, of: input)
        }
        return nil
    }

    private mutating func parseRequestLine(_ input: inout ByteQueue) throws(Refusal) -> Bool {
        while true {
            let found = try scanner.line(
                in: input, from: lineStart, limit: Limits.requestLine,
                orElse: .requestLineTooLong)
            guard let line = found else { return false }
            if line.isEmpty, !skippedEmptyLine {
                // Some old clients send a CRLF behind a body (RFC 9112 section 2.2): it belongs to the
                // past, and no next request has begun with it.
                skippedEmptyLine = true
                input.drop(2)
                scanner = LineScanner()
                continue
            }
            lineStart = line.upperBound + 2
            requestLine = try RequestLine(input.bytes, line, offset: input.start)
            blockStart = lineStart
            return true
        }
    }

    private mutating func nextFieldLine(_ input: ByteQueue) throws(Refusal) -> Range<Int>? {
        let left = Limits.headerBlock - (lineStart - blockStart)
        let found = try scanner.line(
            in: input, from: lineStart, limit: max(0, left), orElse: .fieldsTooLarge)
        guard let line = found else { return nil }
        lineStart = line.upperBound + 2
        return line
    }

    private mutating func append(_ line: Range<Int>, of input: ByteQueue) throws(Refusal) {
        guard lines.count < Limits.fieldCount else { throw .fieldsTooLarge }
        if lines.isEmpty { lines.reserveCapacity(12) }
        let shifted = line.lowerBound + input.start..<line.upperBound + input.start
        lines.append(try FieldLine.parse(input.bytes.span, shifted, origin: input.start))
    }

    private mutating func finish(_ input: inout ByteQueue) throws(Refusal) -> RequestHead? {
        guard let requestLine else { return nil }
        let bytes = input.take(atMost: lineStart)
        return try requestLine.head(RequestFields(bytes: bytes, lines: lines))
    }
}
