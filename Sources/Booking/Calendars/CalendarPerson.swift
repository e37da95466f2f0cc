import HTTP

/// Somebody who is named in a calendar, by an address and what they are called.
struct CalendarPerson: Equatable, Sendable {
    let address: String
    let name: String?

    init(_ mailbox: Mailbox) {
        address = mailbox.address
        name = mailbox.name
    }

    /// The value of a line that names them (RFC 5545 section 3.3.3).
    var url: String {
        var text = "mailto:"
        for byte in address.utf8 {
            text +=
                CalendarPerson.isPlain(byte)
                ? String(UnicodeScalar(byte))
                : "%" + String(Int(byte) + 0x100, radix: 16).suffix(2).uppercased()
        }
        return text
    }

    /// RFC 6068 section 2.
    private static func isPlain(_ byte: UInt8) -> Bool {
        Ascii.isDigit(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Ascii.lowercased(byte))
            || "@.-_~!$'*+".utf8.contains(byte)
    }

    /// What they are called, as a parameter: no quotation mark can be in it, and no control character (section 3.1).
    var parameter: String {
        guard let name else { return "" }
        let plain = HeaderText.withoutControls(name).replacing("\"", with: "'")
        return ";CN=\"\(plain)\""
    }
}
