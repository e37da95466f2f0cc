/// What a request is about: the path and the query of its target (RFC 9112 section 3.2).
///
/// Both stay as they came, still percent-encoded; `Path` and `Query` decode them, once.
package struct Target: Sendable {
    let bytes: [UInt8]
    let pathRange: Range<Int>
    let queryRange: Range<Int>?
    /// Whether the target is `*`, which only OPTIONS may have: the server as a whole.
    package let isAsterisk: Bool

    /// The path's bytes, from its first `/`.
    package var path: ArraySlice<UInt8> { bytes[pathRange] }

    /// The query's bytes behind the `?`, or nil when there is none.
    package var query: ArraySlice<UInt8>? { queryRange.map { bytes[$0] } }

    /// The path as text, for people.
    package var pathText: String { String(decoding: path, as: UTF8.self) }
}

extension Target {
    /// A target made by hand, for requests that come from no wire.
    package init(_ text: String) throws(Refusal) {
        let bytes = Array(text.utf8)
        self = try Target.read(bytes, 0..<bytes.count, method: .get).target
    }

    /// Reads a target of any form; an absolute one also names the host that then counts.
    static func read(
        _ bytes: [UInt8], _ range: Range<Int>, method: Method
    ) throws(Refusal) -> (target: Target, host: Range<Int>?) {
        try check(bytes, range)
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "/"):
            return (split(bytes, range), nil)
        case UInt8(ascii: "*") where range.count == 1:
            guard method == .options else { throw .badTarget("Only OPTIONS asks about *.") }
            return (Target(bytes: bytes, pathRange: range, queryRange: nil, isAsterisk: true), nil)
        default:
            return try absolute(bytes, range)
        }
    }

    /// Visible ASCII without a fragment; everything else belongs percent-encoded (RFC 3986).
    private static func check(_ bytes: [UInt8], _ range: Range<Int>) throws(Refusal) {
        guard !range.isEmpty else { throw .badTarget("The target is empty.") }
        for index in range {
            let byte = bytes[index]
            guard byte > Ascii.space, byte < Ascii.delete, byte != UInt8(ascii: "#") else {
                throw .badTarget("The target has a character that must be percent-encoded.")
            }
        }
    }

    private static func split(_ bytes: [UInt8], _ range: Range<Int>) -> Target {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "?") {
                return Target(
                    bytes: bytes, pathRange: range.lowerBound..<index,
                    queryRange: index + 1..<range.upperBound, isAsterisk: false)
            }
            index += 1
        }
        return Target(bytes: bytes, pathRange: range, queryRange: nil, isAsterisk: false)
    }

    /// `http://host/path?query`: its host overrides the Host field (RFC 9112 section 3.2.2).
    private static func absolute(
        _ bytes: [UInt8], _ range: Range<Int>
    ) throws(Refusal) -> (target: Target, host: Range<Int>?) {
        guard let start = authorityStart(bytes, range) else {
            throw .badTarget("The target is neither a path nor an http address.")
        }
        var end = start
        while end < range.upperBound, bytes[end] != UInt8(ascii: "/"),
            bytes[end] != UInt8(ascii: "?")
        {
            end += 1
        }
        guard Host.isValid(bytes.span.extracting(start..<end)) else {
            throw .badTarget("The host in the target is not a valid one.")
        }
        let rest = split(bytes, end..<range.upperBound)
        if !rest.path.isEmpty { return (rest, start..<end) }
        // An empty path means "/" (RFC 9110 section 4.2.3).
        let slash = bytes.endIndex
        let root = Target(
            bytes: bytes + [UInt8(ascii: "/")], pathRange: slash..<slash + 1,
            queryRange: rest.queryRange, isAsterisk: false)
        return (root, start..<end)
    }

    private static func authorityStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        for scheme in ["http://", "https://"] {
            let length = scheme.utf8.count
            guard range.count > length else { continue }
            let start = bytes.span.extracting(range.lowerBound..<range.lowerBound + length)
            if Ascii.equalIgnoringCase(start, scheme) { return range.lowerBound + length }
        }
        return nil
    }
}
