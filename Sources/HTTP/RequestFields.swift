/// The header fields of a request: the head's bytes as they came, and where each field lies in them.
///
/// Nothing is copied or decoded until a field is asked for, so a header that nobody reads costs eight
/// bytes of index.
package struct RequestFields: Sendable {
    /// Where one field line has its name and its value. Heads are shorter than 64 KiB (`Limits`).
    struct Line: Sendable {
        let name: UInt16
        let tag: UInt16
        let value: UInt16
        let end: UInt16
    }

    let bytes: [UInt8]
    let lines: [Line]

    /// The first value of a field, without blanks around it.
    package subscript(name: FieldName) -> String? {
        guard let value = self.bytes(of: name) else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    /// The first value of a field as bytes of the head: nothing is copied.
    package func bytes(of name: FieldName) -> ArraySlice<UInt8>? {
        guard let line = lines.first(where: { matches($0, name) }) else { return nil }
        return bytes[Int(line.value)..<Int(line.end)]
    }

    package func contains(_ name: FieldName) -> Bool {
        lines.contains { matches($0, name) }
    }

    package func count(of name: FieldName) -> Int {
        var count = 0
        for line in lines where matches(line, name) { count += 1 }
        return count
    }

    /// All values of a list field as one list (RFC 9110 section 5.3).
    package func list(_ name: FieldName) -> String? {
        var joined: String?
        for line in lines where matches(line, name) {
            let value = String(decoding: bytes[Int(line.value)..<Int(line.end)], as: UTF8.self)
            joined = joined.map { $0 + ", " + value } ?? value
        }
        return joined
    }

    @inline(__always)
    func matches(_ line: Line, _ name: FieldName) -> Bool {
        guard line.tag == name.tag else { return false }
        let start = Int(line.name)
        let found = bytes.span.extracting(start..<start + Int(line.tag >> 8))
        return Ascii.equalIgnoringCase(found, name.text)
    }
}

extension RequestFields {
    /// Fields made by hand, for requests that come from no wire.
    package init(_ pairs: [(String, String)] = []) {
        var bytes: [UInt8] = []
        var lines: [Line] = []
        for (name, value) in pairs {
            let start = bytes.count
            bytes += name.utf8
            let tag = FieldName.tag(name.utf8Span.span)
            let valueStart = bytes.count
            bytes += value.utf8
            lines.append(
                Line(
                    name: UInt16(start), tag: tag, value: UInt16(valueStart),
                    end: UInt16(bytes.count)))
        }
        self.bytes = bytes
        self.lines = lines
    }
}
