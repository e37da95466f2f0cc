/// The rules for a zone's name, which are kept before any file is looked for under it.
package enum ZoneName {
    /// The longest that there are have 32.
    static let longest = 64

    /// Whether it is letters, digits, `_`, `+` and `-` between slashes, and not a file of the database
    /// that is no region: other clocks (`right/` counts leap seconds), or the machine's own setting.
    package static func isPlausible(_ name: String) -> Bool {
        guard name.utf8.count <= longest else { return false }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isWritten = parts.allSatisfy { part in
            part.first.map(isLetter) ?? false && part.allSatisfy(isAllowed)
        }
        guard isWritten, let first = parts.first else { return false }
        return !others.contains(String(Substring(first)))
    }

    private static let others: Set = [
        "leapseconds", "localtime", "posix", "posixrules", "right",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: isLetter(byte)
        }
    }
}
