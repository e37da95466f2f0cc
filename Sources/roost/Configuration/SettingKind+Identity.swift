import Booking

extension SettingKind<Duration> {
    static func minutes(_ range: ClosedRange<Int>) -> Self { whole(range, "minutes", 60) }
    static func hours(_ range: ClosedRange<Int>) -> Self { whole(range, "hours", 3_600) }
    static func days(_ range: ClosedRange<Int>) -> Self { whole(range, "days", 86_400) }

    private static func whole(
        _ range: ClosedRange<Int>, _ unit: String, _ seconds: Int
    ) -> Self {
        SettingKind(
            expected: "whole \(unit) from \(range.lowerBound) to \(range.upperBound)",
            placeholder: unit.uppercased()
        ) { text in
            guard let count = Int(digits: text), range.contains(count) else { return nil }
            return .seconds(count * seconds)
        }
    }
}

extension SettingKind<String> {
    /// Any text of printable characters.
    static let text = SettingKind(expected: "a text", placeholder: "TEXT") { text in
        let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        return isPrintable && !text.isEmpty ? text : nil
    }

    static let emailAddress = SettingKind(
        expected: "an e-mail address", placeholder: "ADDRESS"
    ) { text in
        Mailbox(text)?.address
    }
}
