import Time

extension Wording {
    /// When something is, by the clocks of the place, whose name stands behind it.
    func span(_ time: LetterTime) -> String {
        let start = time.start
        guard let end = time.end else {
            return self(
                .moment, ["date": date(start.date), "time": clock(start.time), "zone": time.zone])
        }
        guard start.date != end.date else {
            return self(
                .spanOfADay,
                [
                    "date": date(start.date), "start": clock(start.time), "end": clock(end.time),
                    "zone": time.zone,
                ])
        }
        return self(
            .spanOfDays,
            [
                "start_date": date(start.date), "start": clock(start.time),
                "end_date": date(end.date), "end": clock(end.time), "zone": time.zone,
            ])
    }

    func date(_ date: CivilDate) -> String {
        self(
            .date,
            [
                "weekday": weekdays[date.weekday], "day": "\(date.day)",
                "month": months[min(max(date.month, 1), 12) - 1], "year": "\(date.year)",
            ])
    }

    private func clock(_ time: TimeOfDay) -> String {
        self(.time, ["hour": twoDigits(time.hour), "minute": twoDigits(time.minute)])
    }

    /// An amount in hundredths of a currency.
    func money(_ amount: Int, _ currency: String) -> String {
        "\(amount / 100)\(self(.decimalMark))\(twoDigits(amount % 100)) \(currency)"
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CivilDate {
    /// 0 for a Monday. 1970-01-01 was a Thursday.
    fileprivate var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }
}
