/// The fields that decide about the message itself: its host, its framing, its connection.
struct ControlFields {
    private(set) var host: ArraySlice<UInt8>?
    private(set) var framing = RequestHead.Framing.none
    private(set) var keepsAlive: Bool
    private(set) var expectsContinue = false
    private var closes = false

    init(_ fields: RequestFields, version: Version) throws(Refusal) {
        keepsAlive = version == .http11
        var length: ArraySlice<UInt8>?
        var codings: [ArraySlice<UInt8>] = []
        for line in fields.lines {
            let value = fields.bytes[Int(line.value)..<Int(line.end)]
            switch line.tag {
            case FieldName.tag(4, UInt8(ascii: "h")) where fields.matches(line, .host):
                guard host == nil else { throw .malformed("There is more than one Host field.") }
                host = value
            case FieldName.tag(14, UInt8(ascii: "c")) where fields.matches(line, .contentLength):
                guard length == nil else {
                    throw .malformed("There is more than one Content-Length field.")
                }
                length = value
            case FieldName.tag(17, UInt8(ascii: "t")) where fields.matches(line, .transferEncoding):
                codings.append(value)
            case FieldName.tag(10, UInt8(ascii: "c")) where fields.matches(line, .connection):
                readConnection(value, version)
            case FieldName.tag(6, UInt8(ascii: "e")) where fields.matches(line, .expect):
                try readExpect(value, version)
            default:
                break
            }
        }
        try checkHost(version)
        framing = try ControlFields.framing(length, codings, version)
    }

    /// Every HTTP/1.1 request has exactly one valid Host field (RFC 9112 section 3.2).
    private func checkHost(_ version: Version) throws(Refusal) {
        guard let host else {
            if version == .http10 { return }
            throw .malformed("There is no Host field.")
        }
        guard Host.isValid(host.span) else { throw .malformed("The Host field is not valid.") }
    }

    /// `close` wins over `keep-alive`, wherever it stands (RFC 9112 section 9.3).
    private mutating func readConnection(_ value: ArraySlice<UInt8>, _ version: Version) {
        if FieldList.contains(value, "close") {
            keepsAlive = false
            closes = true
        } else if version == .http10, !closes, FieldList.contains(value, "keep-alive") {
            keepsAlive = true
        }
    }

    /// The only expectation there is; HTTP/1.0 clients can't have one (RFC 9110 section 10.1.1).
    private mutating func readExpect(
        _ value: ArraySlice<UInt8>, _ version: Version
    ) throws(Refusal) {
        if version == .http10 { return }
        guard Ascii.equalIgnoringCase(value.span, "100-continue") else {
            throw .unknownExpectation
        }
        expectsContinue = true
    }

    /// RFC 9112 section 6.3, with every doubt refused instead of repaired.
    private static func framing(
        _ length: ArraySlice<UInt8>?, _ codings: [ArraySlice<UInt8>], _ version: Version
    ) throws(Refusal) -> RequestHead.Framing {
        if !codings.isEmpty {
            guard length == nil else {
                throw .malformed("Content-Length and Transfer-Encoding contradict each other.")
            }
            guard version == .http11 else {
                throw .malformed("HTTP/1.0 has no Transfer-Encoding.")
            }
            let coding = codings[0]
            guard codings.count == 1, Ascii.equalIgnoringCase(coding.span, "chunked") else {
                throw .unknownCoding
            }
            return .chunked
        }
        guard let length else { return .none }
        let count = try contentLength(length.span)
        return count == 0 ? .none : .length(count)
    }

    /// Digits only: no sign, no list, nothing that overflows (RFC 9110 section 8.6).
    private static func contentLength(_ digits: Span<UInt8>) throws(Refusal) -> Int {
        var count = 0
        guard !digits.isEmpty else { throw .malformed("Content-Length is empty.") }
        for index in digits.indices {
            let byte = digits[index]
            guard Ascii.isDigit(byte) else { throw .malformed("Content-Length is not a number.") }
            let (product, tooBig) = count.multipliedReportingOverflow(by: 10)
            let (sum, alsoTooBig) = product.addingReportingOverflow(Int(byte - 0x30))
            guard !tooBig, !alsoTooBig else { throw .malformed("Content-Length is too large.") }
            count = sum
        }
        return count
    }
}
