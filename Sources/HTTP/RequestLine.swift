/// `METHOD target HTTP/1.1`, and the rules that join it with the fields below it.
struct RequestLine: Sendable {
    private let method: Method
    private let version: Version
    /// Where the target lies, counted from the head's first byte.
    private let target: Range<Int>

    /// Reads the line at `line`, counted from `offset` in `bytes` (RFC 9112 section 3).
    init(_ bytes: [UInt8], _ line: Range<Int>, offset: Int) throws(Refusal) {
        let span = bytes.span.extracting(line.lowerBound + offset..<line.upperBound + offset)
        guard let first = RequestLine.blank(in: span, from: 0),
            let second = RequestLine.blank(in: span, from: first + 1),
            RequestLine.blank(in: span, from: second + 1) == nil,
            first > 0, second > first + 1
        else {
            throw .malformed(
                "A request line is a method, a target and a version, one blank between.")
        }
        version = try RequestLine.version(span.extracting(second + 1..<span.count))
        method = try RequestLine.method(span.extracting(0..<first))
        target = line.lowerBound + first + 1..<line.lowerBound + second
    }

    /// The whole head: what the fields say about framing, host and connection, checked.
    func head(_ fields: RequestFields) throws(Refusal) -> RequestHead {
        let (target, absoluteHost) = try Target.read(fields.bytes, target, method: method)
        let control = try ControlFields(fields, version: version)
        return RequestHead(
            method: method, target: target, version: version, fields: fields,
            framing: control.framing,
            hostRange: absoluteHost ?? control.host?.indices,
            keepsAlive: control.keepsAlive, expectsContinue: control.expectsContinue)
    }

    private static func blank(in span: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < span.count {
            if span[index] == Ascii.space { return index }
            index += 1
        }
        return nil
    }

    private static func version(_ span: Span<UInt8>) throws(Refusal) -> Version {
        guard span.count == 8, Ascii.equal(span.extracting(0..<5), "HTTP/"),
            Ascii.isDigit(span[5]), span[6] == UInt8(ascii: "."), Ascii.isDigit(span[7])
        else { throw .malformed("The request line does not end with an HTTP version.") }
        guard span[5] == UInt8(ascii: "1") else {
            throw .versionNotSupported
        }
        return span[7] == UInt8(ascii: "0") ? .http10 : .http11
    }

    private static func method(_ span: Span<UInt8>) throws(Refusal) -> Method {
        for index in span.indices where !Ascii.isToken(span[index]) {
            throw .malformed("The method is not a token.")
        }
        guard let method = Method(span) else {
            throw .unknownMethod
        }
        return method
    }
}
