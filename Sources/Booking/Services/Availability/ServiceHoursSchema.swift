import JSON

extension ServiceHours {
    static let schema: Schema<ServiceHours> = .object(
        named: "ServiceHours", ServiceHours.init,
        Field(
            "timezone", \.timezone, .text(1...64),
            "Where the clocks hang: a name of the IANA database, such as Europe/Berlin."),
        Field("weekly", \.weekly, WeeklyHours.schema, "The windows of each day of the week."))

    /// As entries and the table have it.
    static let recorded: Schema<ServiceHours> = .object(
        ServiceHours.init,
        Field("timezone", \.timezone, .text(1...1_000), "A name of the IANA database."),
        Field("weekly", \.weekly, WeeklyHours.recorded, "The windows of each day of the week."))
}

extension WeeklyHours {
    /// More would be a list of appointments and no hours.
    static let mostWindows = 12

    static let schema = object(named: "WeeklyHours", of: windows)
        .refusingOthers(than: Weekday.allCases.map(\.rawValue))

    private static let windows: Schema<[Window]> =
        .array(of: Window.schema(of: .minuteOfDay), count: 0...mostWindows)
        .refined(code: "overlap", detail: "must be windows that don't overlap") { windows in
            let ordered = windows.sorted { $0.start < $1.start }
            return zip(ordered, ordered.dropFirst()).allSatisfy { $0.end <= $1.start }
        }

    /// Windows as minutes of the day, which can be written in one way only.
    static let recorded = object(
        named: nil, of: .array(of: Window.schema(of: .integer(0...1_440)), count: 0...1_000))

    private static func object(
        named name: String?, of windows: Schema<[Window]>
    ) -> Schema<WeeklyHours> {
        let day = { (day: Weekday) in
            Field<WeeklyHours, [Window]?>(
                day.rawValue, \.[given: day], optional: windows,
                "Windows such as [\"09:00\", \"17:00\"]; a day that is absent is closed.")
        }
        return .object(
            named: name, WeeklyHours.init,
            day(.mon), day(.tue), day(.wed), day(.thu), day(.fri), day(.sat), day(.sun))
    }

    private init(
        mon: [Window]?, tue: [Window]?, wed: [Window]?, thu: [Window]?, fri: [Window]?,
        sat: [Window]?, sun: [Window]?
    ) {
        let days = [mon, tue, wed, thu, fri, sat, sun]
        self.init(
            Dictionary(uniqueKeysWithValues: zip(Weekday.allCases, days.map { $0 ?? [] })))
    }

    /// The windows of a day, or nil for one that is closed, which isn't written.
    private subscript(given day: Weekday) -> [Window]? {
        self[day].isEmpty ? nil : self[day]
    }
}

extension WeeklyHours.Window {
    fileprivate static func schema(of minute: Schema<Int>) -> Schema<WeeklyHours.Window> {
        Schema<[Int]>.array(of: minute, count: 2...2).mapped(
            code: "bad_order",
            detail: "must end after it begins; hours that go on after midnight are two windows, "
                + "one until 24:00 and one from 00:00 of the next day",
            read: { times in
                guard let start = times.first, let end = times.last, start < end else { return nil }
                return WeeklyHours.Window(start, end)
            }, write: { [$0.start, $0.end] })
    }
}

extension Schema where Value == Int {
    /// A time of day as minutes since midnight: `09:30` to `24:00`, which ends it.
    static var minuteOfDay: Schema {
        Schema<String>.text(0...16).mapped(
            detail: "must be a time in whole minutes such as 09:30, or 24:00 at the end of a day",
            read: Self.minutes, write: Self.text
        ).matching("^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$").example(570)
    }

    private static func minutes(_ text: String) -> Int? {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 5, text.utf8.dropFirst(2).first == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) })
        else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
        guard minute < 60, hour * 60 + minute <= 1_440 else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
