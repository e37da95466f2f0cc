import HTTP

extension Response {
    /// The fields that the route gave and the body, as they would go over the wire; nil for a stream, which
    /// nobody can keep.
    var keepsake: [UInt8]? {
        let end: [UInt8] = [Ascii.carriageReturn, Ascii.lineFeed]
        switch body {
        case .none: return fields.bytes + end
        case .bytes(let bytes): return fields.bytes + end + bytes
        case .stream, .upgrade, .line: return nil
        }
    }

    /// The answer that was kept so.
    init(_ status: Status, keepsake: [UInt8]) {
        var rest = keepsake[...]
        var fields = ResponseFields()
        while let line = rest.cutLine(), !line.isEmpty {
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            let value = line.dropFirst(name.count + 2)
            fields.append(
                FieldName(stringLiteral: String(decoding: name, as: UTF8.self)), Array(value))
        }
        self.init(status, fields, body: rest.isEmpty ? .none : .bytes(Array(rest)))
    }
}

extension ArraySlice<UInt8> {
    /// Takes the first line away, and gives it without its end.
    fileprivate mutating func cutLine() -> ArraySlice<UInt8>? {
        guard let end = firstIndex(of: Ascii.lineFeed) else { return nil }
        let line = self[..<end]
        self = self[(end + 1)...]
        return line.dropLast()
    }
}
