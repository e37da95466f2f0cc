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
