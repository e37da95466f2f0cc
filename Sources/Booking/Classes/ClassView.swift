import Time

/// A class as somebody sees it: with who leads it, and by the clocks that were asked for.
struct ClassView: Sendable {
    let occasion: Occasion
    let instructor: String
    /// Nil shows the clocks where it takes place, as they were stored.
    let zone: Zone?

    init(_ occasion: Occasion, _ hosts: HostNames, in zone: Zone? = nil) {
        self.occasion = occasion
        instructor = hosts.username(occasion.facts.host)
        self.zone = zone
    }

    var local: LocalTime {
        zone?.local(at: occasion.facts.startsAt)
            ?? LocalTime(occasion.facts.localDate, occasion.facts.localTime)
    }

    var timezone: String { zone?.name ?? occasion.facts.timezone }
}
