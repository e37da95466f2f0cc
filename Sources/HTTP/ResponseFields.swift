/// The header fields of an answer, kept as the bytes that will go out.
///
/// A middleware that adds the same fields to every answer appends one prepared block.
package struct ResponseFields: Sendable {
    /// `Name: value CRLF`, once for each field.
    package private(set) var bytes: [UInt8] = []
    /// A bit for each name that may be here. What layers ask for is mostly not here, and this says so
    /// without a search.
    private var names: UInt64 = 0

    package init() {}

    package init(_ pairs: KeyValuePairs<FieldName, String>) {
        for (name, value) in pairs { append(name, value) }
    }

    package mutating func reserve(_ capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Adds a field. What could end the line early becomes a blank, so that no value, whatever it was
    /// made from, can add a field of its own (response splitting).
    package mutating func append(_ name: FieldName, _ value: String) {
        guard ResponseFields.isOneLine(value.utf8Span.span) else {
            return append(name, Array(value.utf8))
        }
        begin(name)
        bytes += value.utf8
        endLine()
    }

    package mutating func append(_ name: FieldName, _ value: [UInt8]) {
        begin(name)
        if ResponseFields.isOneLine(value.span) {
            bytes += value
        } else {
            bytes += value.map { ResponseFields.endsLine($0) ? Ascii.space : $0 }
        }
        endLine()
    }

    private mutating func begin(_ name: FieldName) {
        names |= ResponseFields.bit(name)
        bytes += name.text.utf8
        bytes.append(UInt8(ascii: ":"))
        bytes.append(Ascii.space)
    }

    private mutating func endLine() {
        bytes.append(Ascii.carriageReturn)
        bytes.append(Ascii.lineFeed)
    }

    /// Looks at every byte without leaving early, so that the compiler can look at sixteen at a time.
    private static func isOneLine(_ value: Span<UInt8>) -> Bool {
        var found = false
        for index in value.indices { found = endsLine(value[index]) || found }
        return !found
    }

    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == Ascii.carriageReturn || byte == Ascii.lineFeed || byte == 0
    }

    private static func bit(_ name: FieldName) -> UInt64 {
        1 << UInt64((name.tag &* 0x9E37) >> 10)
    }

    package mutating func append(_ others: ResponseFields) {
        makeRoom(for: others.bytes.count)
        names |= others.names
        bytes += others.bytes
    }

    /// Grows once to what the fields of an answer come to, instead of five times by half.
    private mutating func makeRoom(for count: Int) {
        if bytes.capacity < bytes.count + count {
            bytes.reserveCapacity(max(768, 2 * bytes.count + count))
        }
    }

    /// Sets a field, whatever was there under its name.
    package mutating func set(_ name: FieldName, _ value: String) {
        remove(name)
        append(name, value)
    }

    package mutating func remove(_ name: FieldName) {
        while let line = firstLine(name) { bytes.removeSubrange(line) }
    }

    package func contains(_ name: FieldName) -> Bool {
        firstLine(name) != nil
    }

    /// The first value of a field.
    package subscript(name: FieldName) -> String? {
        self.bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The first value of a field as bytes: nothing is copied.
    package func bytes(of name: FieldName) -> ArraySlice<UInt8>? {
        guard let line = firstLine(name) else { return nil }
        return bytes[line.lowerBound + name.text.utf8.count + 2..<line.upperBound - 2]
    }

    /// The fields with these names, in the order that they have here.
    package func only(_ kept: [FieldName]) -> ResponseFields {
        var others = ResponseFields()
        var start = 0
        while let end = lineEnd(from: start) {
            if let name = kept.first(where: { isLine(start..<end, of: $0) }) {
                others.names |= ResponseFields.bit(name)
                others.bytes += bytes[start..<end]
            }
            start = end
        }
        return others
    }

    /// Every field in order, for tests and for whoever stores an answer.
    package var pairs: [(name: String, value: String)] {
        var pairs: [(String, String)] = []
        var start = 0
        while let end = lineEnd(from: start) {
            let line = bytes[start..<end - 2]
            let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.startIndex
            let name = String(decoding: line[..<colon], as: UTF8.self)
            pairs.append((name, String(decoding: line[(colon + 2)...], as: UTF8.self)))
            start = end
        }
        return pairs
    }

    private func firstLine(_ name: FieldName) -> Range<Int>? {
        guard names & ResponseFields.bit(name) != 0 else { return nil }
        var start = 0
        while let end = lineEnd(from: start) {
            if isLine(start..<end, of: name) { return start..<end }
            start = end
        }
        return nil
    }

    private func isLine(_ line: Range<Int>, of name: FieldName) -> Bool {
        let colon = line.lowerBound + name.text.utf8.count
        guard colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else { return false }
        let start = bytes.span.extracting(line.lowerBound..<colon)
        return Ascii.equalIgnoringCase(start, name.text)
    }

    private func lineEnd(from start: Int) -> Int? {
        let bytes = bytes.span
        var index = start
        while index < bytes.count {
            if bytes[index] == Ascii.lineFeed { return index + 1 }
            index += 1
        }
        return nil
    }
}
