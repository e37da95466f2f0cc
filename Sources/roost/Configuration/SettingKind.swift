/// How the text of a setting becomes a value.
struct SettingKind<Value: Sendable>: Sendable {
    /// What a well-formed text is, in words that can follow "expected".
    let expected: String
    /// What stands for the value in help: `--port NUMBER`.
    let placeholder: String
    /// Whether the text must never be shown.
    var isSecret = false
    /// The value of a text, `nil` when it is ill-formed.
    let read: @Sendable (String) -> Value?
    /// What is wrong with an ill-formed text, in words that can follow the setting's name and don't show
    /// it; `nil` where what was expected says all.
    var refusal: @Sendable (String) -> String? = { _ in nil }
}

extension SettingKind<Int> {
    /// A whole number within a range, in plain digits.
    static func wholeNumber(_ range: ClosedRange<Int>) -> Self {
        SettingKind(
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            placeholder: "NUMBER"
        ) { text in
            Int(digits: text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension SettingKind<Bool> {
    /// A switch that is on or off.
    static let onOff = SettingKind(expected: "on or off", placeholder: "on|off") { text in
        Bool(onOff: text)
    }
}

extension SettingKind<Duration> {
    /// Seconds, with up to three decimals.
    static func seconds(_ range: ClosedRange<Int>) -> Self {
        SettingKind(
            expected: "seconds from \(range.lowerBound) to \(range.upperBound)",
            placeholder: "SECONDS"
        ) { text in
            guard let time = Duration(decimalSeconds: text) else { return nil }
            let least = Duration.seconds(range.lowerBound),
                most = Duration.seconds(range.upperBound)
            return (least...most).contains(time) ? time : nil
        }
    }
}

extension SettingKind where Value: CaseIterable & RawRepresentable<String> {
    /// One of a few words; upper and lower case are alike, since `INFO` is what many write.
    static var oneOf: Self {
        let words = Value.allCases.map(\.rawValue)
        return SettingKind(
            expected: "one of \(words.joined(separator: ", "))",
            placeholder: words.joined(separator: "|")
        ) { text in
            Value(rawValue: text.lowercased())
        }
    }
}

extension SettingKind<Secret> {
    /// Any text, which is never shown.
    static let secret = SettingKind(expected: "a text", placeholder: "SECRET", isSecret: true) {
        Secret(text: $0)
    }
}

extension SettingKind<Rate> {
    /// So many requests in so many seconds: `5/3600`.
    static let rate = SettingKind(
        expected: "COUNT/SECONDS such as 5/3600, both at least 1", placeholder: "COUNT/SECONDS"
    ) { text in
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
        guard numbers.count == 2,
            let count = Int(digits: numbers[0]), let seconds = Int(digits: numbers[1]),
            (1...1_000_000_000).contains(count), (1...31_536_000).contains(seconds)
        else { return nil }
        return Rate(count: count, seconds: seconds)
    }
}
