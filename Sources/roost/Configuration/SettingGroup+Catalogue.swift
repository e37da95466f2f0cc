extension SettingGroup {
    /// What can be booked.
    static let catalogue = SettingGroup(
        title: "Catalogue",
        settings: [
            Setting(
                "DEFAULT_TIMEZONE", .zoneName, default: "Asia/Kolkata", into: \.defaultTimezone,
                "Where things take place that don't say it: a name of the IANA database."),
            Setting(
                "DEFAULT_CURRENCY", .currency, default: "USD", into: \.defaultCurrency,
                "What new prices are in, as ISO 4217 has it."),
            Setting(
                "SEED_SAMPLE_DATA", .onOff,
                default: .byEnvironment(production: "off", elsewhere: "on"),
                into: \.seedsSampleData,
                "Whether an empty database gets samples at the first start; never in production."),
        ])
}

extension SettingGroup {
    /// How it is booked.
    static let bookings = SettingGroup(
        title: "Bookings",
        settings: [
            Setting(
                "CLASS_BOOKING_CUTOFF_MINUTES", .wholeNumber(0...10_080), default: "30",
                into: \.classBookingCutoff,
                "How long before its start a class can't be booked any more."),
            Setting(
                "SLOT_MINUTES", .wholeNumber(1...1_440), default: "30", into: \.slotMinutes,
                "How long an appointment with the house itself is."),
            Setting(
                "AUTO_COMPLETE_HOURS", .wholeNumber(0...8_760), into: \.autoCompleteHours,
                "So long after its end a confirmed booking counts as completed; never where it isn't "
                    + "set."),
        ])
}
