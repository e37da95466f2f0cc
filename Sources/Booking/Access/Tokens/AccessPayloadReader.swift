import JSON
import Time

/// Reads the payload of an access token as `AccessPayload` writes it, and no other JSON.
///
/// Every request with a token comes through here, and what is read was written by us: the signature has been
/// checked. The general reader takes 1,000 ns longer, for names that are known beforehand and for finding
/// that no two of them are the same.
struct AccessPayloadReader {
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    /// Until the year 33,658.
    private static let maximumDigits = 12

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Steps over these bytes, if they come next.
    mutating func skip(_ expected: [UInt8]) -> Bool {
        guard bytes.count - position >= expected.count else { return false }
        for index in expected.indices where bytes[position + index] != expected[index] {
            return false
        }
        position += expected.count
        return true
    }

    mutating func text(after name: [UInt8]) -> String? {
        skip(name) ? text() : nil
    }

    mutating func texts(after name: [UInt8]) -> [String]? {
        guard skip(name), skip(UInt8(ascii: "[")) else { return nil }
        if skip(UInt8(ascii: "]")) { return [] }
        var texts: [String] = []
        repeat {
            guard let text = text() else { return nil }
            texts.append(text)
        } while skip(UInt8(ascii: ","))
        return skip(UInt8(ascii: "]")) ? texts : nil
    }

    /// Seconds since 1970, in as many digits as it takes.
    mutating func seconds(after name: [UInt8]) -> Instant? {
        guard skip(name) else { return nil }
        let start = position
        var seconds: Int64 = 0
        while position < bytes.count, position - start < Self.maximumDigits,
            case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10
        {
            seconds = seconds * 10 + Int64(digit)
            position += 1
        }
        let count = position - start
        guard count > 0, count == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
        return Instant(seconds: seconds)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Text in quotes. The general reader takes what has escapes in it.
    private mutating func text() -> String? {
        guard position < bytes.count, bytes[position] == Self.quote else { return nil }
        let start = position
        var end = start + 1
        var isPlain = true
        while end < bytes.count, bytes[end] != Self.quote {
            guard bytes[end] >= 0x20 else { return nil }
            let isEscape = bytes[end] == Self.backslash
            if isEscape { isPlain = false }
            end += isEscape ? 2 : 1
        }
        guard end < bytes.count else { return nil }
        position = end + 1
        return isPlain ? plain(start + 1..<end) : escaped(start...end)
    }

    private func plain(_ range: Range<Int>) -> String? {
        guard let text = try? UTF8Span(validating: bytes.span.extracting(range)) else { return nil }
        return String(copying: text)
    }

    private func escaped(_ range: ClosedRange<Int>) -> String? {
        guard case .string(let text)? = try? JSON.parse(Array(bytes[range])) else { return nil }
        return text
    }
}
