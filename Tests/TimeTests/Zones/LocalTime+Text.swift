import Time

extension LocalTime {
    /// From `2026-03-08` and `02:30`.
    init?(_ date: String, _ time: String) {
        guard let date = CivilDate(iso8601: date), let time = TimeOfDay(time) else { return nil }
        self.init(date, time)
    }

    /// From `2026-03-08 02:30`; a wrong one is no local time that a test could expect.
    init(_ text: String) throws {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let local = LocalTime(words[0], words[1]) else {
            throw ZoneVectors.Malformed(line: text)
        }
        self = local
    }

    var text: String { "\(date.iso8601) \(time.text)" }
}

extension Instant {
    /// `2026-03-08T07:30:00Z`
    var text: String { rfc3339.replacing(".000Z", with: "Z") }
}
