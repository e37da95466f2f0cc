import JSON

/// A place in a list: that of an element, by what the list is ordered by and by a number that tells apart
/// those that are equal there.
///
/// Clients get it as 32 hexadecimal digits that mean nothing to them. The part of a list that comes behind
/// a place is found as fast at its end as at its start, and stays the same while others are added in front.
package struct Cursor: Hashable, Sendable {
    package let order: Int
    package let number: Int

    package init(order: Int, number: Int) {
        self.order = order
        self.number = number
    }

    init?(_ text: String) {
        let digits = text.utf8
        let middle = digits.index(digits.startIndex, offsetBy: 16, limitedBy: digits.endIndex)
        guard digits.count == 32, let middle, digits.allSatisfy(Cursor.isDigit),
            let order = UInt64(text[..<middle], radix: 16),
            let number = UInt64(text[middle...], radix: 16)
        else { return nil }
        self.init(order: Int(bitPattern: UInt(order)), number: Int(bitPattern: UInt(number)))
    }

    package var text: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    func append(to bytes: inout [UInt8]) {
        Cursor.append(order, to: &bytes)
        Cursor.append(number, to: &bytes)
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        let digits = "0123456789abcdef".utf8Span.span
        let number = UInt(bitPattern: number)
        for shift in stride(from: 60, through: 0, by: -4) {
            bytes.append(digits[Int(number >> UInt(shift) & 15)])
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}

extension Schema where Value == Cursor {
    static var cursor: Schema {
        Schema<String>.text(32...32).mapped(
            code: "bad_format", detail: "must come from a link of this list",
            read: Cursor.init, write: \.text
        ).matching("^[0-9a-f]{32}$")
    }
}
