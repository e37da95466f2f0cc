extension SettingKind<String> {
    /// The file of a database; read from either form of its address, whichever name it is given by.
    static let databaseFile = SettingKind(
        expected: "a URL such as sqlite:///var/roost.db or a plain path such as var/roost.db",
        placeholder: "sqlite:///PATH",
        read: { try? DatabaseAddress.file(of: $0) },
        refusal: { text in
            do throws(DatabaseAddress.Refusal) {
                _ = try DatabaseAddress.file(of: text)
                return nil
            } catch {
                return error.sentence
            }
        })

    /// The path of a folder, which may not exist yet.
    static let folder = SettingKind(
        expected: "a path such as /srv/backups", placeholder: "PATH"
    ) { text in
        let isPath = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        return isPath && !text.isEmpty ? text : nil
    }
}

extension SettingKind<Duration> {
    /// Whole seconds, or a whole number with a unit: `90`, `90s`, `30m`, `6h`, `1d`.
    static func interval(_ range: ClosedRange<Int>) -> Self {
        SettingKind(
            expected: "seconds from \(range.lowerBound) to \(range.upperBound), "
                + "or a number with s, m, h or d such as 6h",
            placeholder: "INTERVAL"
        ) { text in
            let unit = text.last.flatMap { secondsByUnit[$0] }
            let digits = unit == nil ? text[...] : text.dropLast()
            guard let count = Int(digits: digits) else { return nil }
            let (seconds, isTooLong) = count.multipliedReportingOverflow(by: unit ?? 1)
            return !isTooLong && range.contains(seconds) ? .seconds(seconds) : nil
        }
    }

    private static var secondsByUnit: [Character: Int] {
        ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    }
}
