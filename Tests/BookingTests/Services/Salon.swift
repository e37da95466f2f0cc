import Time

@testable import Booking

/// A service somewhere, with its rules and appointments written as people there write them.
struct Salon {
    let zone: Zone
    var rules: ServiceRules
    var now: Instant
    var claims: [Interval] = []

    /// `hours` are such as `mon 09:00-17:00, tue 00:00-24:00`; nil is always.
    init(
        _ zone: String = "Europe/Berlin", minutes: Int = 60, buffer: Int = 0, lead: Int = 0,
        step: Int? = nil, hours: String? = nil, now: String = "2000-01-01 00:00"
    ) throws {
        self.zone = try ZoneFiles.zone(zone)
        rules = ServiceRules(
            duration: .seconds(minutes * 60), buffer: .seconds(buffer * 60),
            lead: .seconds(lead * 60), step: step, hours: try hours.map { try WeeklyHours($0) },
            zone: self.zone)
        self.now = try Salon.moment(now, in: self.zone)
    }

    var availability: Availability { Availability(rules, claims: claims, now: now) }

    /// Books what can't be refused: the claim alone.
    mutating func book(_ start: String) throws {
        claims.append(rules.claim(at: try moment(start)))
    }

    func moment(_ text: String) throws -> Instant { try Salon.moment(text, in: zone) }

    func refusal(_ start: String) throws -> StartRefusal? {
        availability.refusal(of: try moment(start))
    }

    /// The starts from one local time to another, as clocks show them: `Mon 09:30`.
    func starts(_ from: String, _ to: String) throws -> [String] {
        shown(availability.starts(in: Interval(try moment(from), try moment(to))))
    }

    func shown(_ appointments: [Interval]) -> [String] {
        appointments.map { appointment in
            let local = zone.local(at: appointment.start)
            let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            return "\(days[local.date.daysSinceSunday]) \(local.time.text.prefix(5))"
        }
    }

    /// From `2026-03-08 02:30`.
    private static func moment(_ text: String, in zone: Zone) throws -> Instant {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let date = CivilDate(iso8601: words[0]),
            let time = TimeOfDay(words[1])
        else { throw ZoneFiles.Missing(name: text) }
        return zone.instant(of: LocalTime(date, time))
    }
}

extension WeeklyHours {
    /// From `mon 09:00-12:00, mon 13:00-17:00, daily 00:00-24:00`.
    init(_ text: String) throws {
        var windows: [Weekday: [Window]] = [:]
        for part in text.split(separator: ", ") {
            let words = part.split { $0 == " " || $0 == "-" }.map(String.init)
            let minutes = words.dropFirst().compactMap(WeeklyHours.minutes)
            let days = Weekday.allCases.filter { words[0] == $0.rawValue || words[0] == "daily" }
            guard minutes.count == 2, !days.isEmpty else { throw ZoneFiles.Missing(name: text) }
            for day in days { windows[day, default: []].append(Window(minutes[0], minutes[1])) }
        }
        self.init(windows)
    }

    private static func minutes(_ text: String) -> Int? {
        text == "24:00" ? 1_440 : TimeOfDay(text).map { $0.secondsSinceMidnight / 60 }
    }
}
