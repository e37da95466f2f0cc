/// What somebody has written, as it stands within a letter of ours: it changes nothing around it.
enum WrittenText {
    /// Without marks that turn the direction of what follows, and apart from that if it is written from right
    /// to left (UAX #9 section 2.7).
    static func apart(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isTurn(scalar) { kept.append(scalar) }
        guard kept.contains(where: isFromRight) else { return String(kept) }
        return "\u{2068}\(String(kept))\u{2069}"
    }

    /// The same in one line: control characters become blanks.
    static func line(_ text: String) -> String {
        apart(HeaderText.withoutControls(text))
    }

    private static func isTurn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Hebrew, Arabic and those near them, and what was added later.
    private static func isFromRight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
