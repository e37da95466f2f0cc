import Booking

extension SettingKind<String> {
    /// The name of a time zone; whether this machine knows it shows when the server is put together.
    static let zoneName = SettingKind(
        expected: "a time zone such as Europe/Berlin", placeholder: "ZONE"
    ) { text in
        ZoneName.isPlausible(text) ? text : nil
    }

    /// Three capital letters, as ISO 4217 has them.
    static let currency = SettingKind(
        expected: "three letters such as EUR", placeholder: "CODE"
    ) { text in
        let code = text.uppercased()
        let isWritten = code.utf8.allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        }
        return code.utf8.count == 3 && isWritten ? code : nil
    }
}
