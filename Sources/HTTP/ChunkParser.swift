/// Reads one chunked body (RFC 9112 section 7.1).
struct ChunkParser: Sendable {
    private enum State: Sendable {
        case size
        case data(left: Int)
        case dataEnd
        case trailers
    }

    private var state = State.size
    private var scanner = LineScanner()
    /// What extensions and trailers have cost so far.
    private var overhead = 0

    mutating func parse(_ input: inout ByteQueue) throws(Refusal) -> RequestReader.Event? {
        while true {
            switch state {
            case .size:
                guard try readSize(&input) else { return nil }
            case .data(let left):
                return takeData(&input, left)
            case .dataEnd:
                guard try readDataEnd(&input) else { return nil }
            case .trailers:
                guard let isLast = try readTrailer(&input) else { return nil }
                if isLast { return .end }
            }
        }
    }

    /// A chunk's first line: hexadecimal digits, then perhaps extensions, which are skipped.
    private mutating func readSize(_ input: inout ByteQueue) throws(Refusal) -> Bool {
        guard let line = try nextLine(input) else { return false }
        let (size, digits) = try ChunkParser.size(input, line)
        try count(line.count - min(digits, ChunkParser.sizeDigits))
        finishLine(line, &input)
        state = size == 0 ? .trailers : .data(left: size)
        return true
    }

    /// A 64-bit size has 16 digits. Zeros in front of them say as little as extensions do.
    private static let sizeDigits = 16

    private static func size(
        _ input: ByteQueue, _ line: Range<Int>
    ) throws(Refusal) -> (size: Int, digits: Int) {
        let bytes = input.bytes.span.extracting(input.start..<input.start + line.upperBound)
        var size = 0
        var index = 0
        while index < bytes.count, let value = Ascii.hexValue(bytes[index]) {
            guard size <= Int.max >> 4 else { throw .malformed("A chunk's size is too large.") }
            size = size << 4 | Int(value)
            index += 1
        }
        guard index > 0 else { throw .malformed("A chunk has no size.") }
        guard index == bytes.count || bytes[index] == UInt8(ascii: ";") else {
            throw .malformed("A chunk's size is hexadecimal digits only.")
        }
        return (size, index)
    }

    private mutating func takeData(_ input: inout ByteQueue, _ left: Int) -> RequestReader.Event? {
        let piece = input.take(atMost: left)
        guard !piece.isEmpty else { return nil }
        state = piece.count == left ? .dataEnd : .data(left: left - piece.count)
        return .body(piece)
    }

    private mutating func readDataEnd(_ input: inout ByteQueue) throws(Refusal) -> Bool {
        let expected: [UInt8] = [Ascii.carriageReturn, Ascii.lineFeed]
        let there = min(2, input.count)
        for index in 0..<there where input.bytes[input.start + index] != expected[index] {
            throw .malformed("A chunk is longer than its size.")
        }
        guard there == 2 else { return false }
        input.drop(2)
        scanner = LineScanner()
        state = .size
        return true
    }

    /// One trailer field, checked and dropped; true for the empty line that ends the body.
    private mutating func readTrailer(_ input: inout ByteQueue) throws(Refusal) -> Bool? {
        guard let line = try nextLine(input) else { return nil }
        if !line.isEmpty {
            let shifted = input.start..<input.start + line.upperBound
            _ = try FieldLine.parse(input.bytes.span, shifted, origin: input.start)
        }
        try count(line.count)
        finishLine(line, &input)
        return line.isEmpty
    }

    private mutating func count(_ bytes: Int) throws(Refusal) {
        overhead += bytes
        guard overhead <= Limits.chunkOverhead else { throw .chunkOverheadTooLarge }
    }

    private mutating func nextLine(_ input: ByteQueue) throws(Refusal) -> Range<Int>? {
        try scanner.line(
            in: input, from: 0, limit: Limits.chunkOverhead, orElse: .chunkOverheadTooLarge)
    }

    private mutating func finishLine(_ line: Range<Int>, _ input: inout ByteQueue) {
        input.drop(line.upperBound + 2)
        scanner = LineScanner()
    }
}
