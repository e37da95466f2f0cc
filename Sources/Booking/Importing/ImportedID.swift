import JSON

/// The names that systems give to users, not people.
enum ImportedID {
    /// Any id, as text: a number, a UUID, something else.
    static func read(_ json: JSON, _ faults: inout Faults) -> String? {
        ImportedText.short.read(text(of: json), &faults)
    }

    /// The UUID that an id is, with hyphens and in lower case. Some databases keep it without hyphens.
    static func uuid(_ id: String) -> String? {
        var bytes = Array(id.utf8)
        if bytes.count == 32 {
            for place in [20, 16, 12, 8] { bytes.insert(UInt8(ascii: "-"), at: place) }
        }
        var faults = Faults()
        return ImportedText.uuid.read(.string(String(decoding: bytes, as: UTF8.self)), &faults)
    }

    /// Digits, by which Google knows somebody. A spreadsheet makes `1.08E+20` of them, and the end is
    /// lost.
    static func readGoogleID(_ json: JSON, _ faults: inout Faults) -> String? {
        guard let id = read(json, &faults) else { return nil }
        guard id.utf8.allSatisfy(isOfID) else {
            faults.add(
                "bad_format",
                "must be letters, digits, - and _ (has a spreadsheet shortened a number?)")
            return nil
        }
        return id
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func text(of json: JSON) -> JSON {
        switch json {
        case .integer(let number): .string("\(number)")
        case .decimal(let number): .string(number.text)
        default: json
        }
    }
}
