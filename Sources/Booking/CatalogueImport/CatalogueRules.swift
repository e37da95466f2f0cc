import Time

/// What an operator decides about what is brought over, and when that happens.
package struct CatalogueRules: Sendable {
    let zones: ZoneTable
    /// The clocks of the house, for what doesn't name others.
    let clock: WallClock
    /// What prices are in.
    let currency: String
    let now: Instant

    package init(zones: ZoneTable, usual: Zone, currency: String, now: Instant) {
        self.zones = zones
        clock = WallClock(zones, usual: usual)
        self.currency = currency
        self.now = now
    }
}
