import Time

/// When a receiver wants to be asked again (RFC 9110 section 10.2.3): in so many seconds, or at a date.
enum RetryAfter {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// Nobody waits longer than a delivery is tried at all; more digits are nonsense.
    private static let mostDigits = 7

    static func moment(_ field: String, at now: Instant) -> Instant? {
        let digits = field.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if digits, (1...mostDigits).contains(field.utf8.count), let seconds = Int(field) {
            return now + .seconds(seconds)
        }
        return date(field)
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT` (section 5.6.7); the two obsolete forms are nobody's any more.
    private static func date(_ field: String) -> Instant? {
        let words = field.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", words[1].utf8.count == 2,
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Instant(rfc3339: "\(words[3])-\(number)-\(words[1])T\(words[4])Z")
    }
}
