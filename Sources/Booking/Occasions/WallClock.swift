import Time
import Web

/// The rules of clocks on walls: which zone is meant, and what its clocks show.
///
/// A moment that clients give has an offset, so it is one moment; the zone only says by which clocks it is
/// shown. A local time that has no moment, or two, is the one the zone's rules say (`Zone.instant(of:)`).
/// What the clocks show when something begins is stored with it, so lists convert nothing, and what was
/// promised stays when the law of a place changes.
package struct WallClock: Sendable {
    private let zones: ZoneTable
    /// Where the house is, for what doesn't say it.
    package let usual: Zone

    package init(_ zones: ZoneTable, usual: Zone) {
        self.zones = zones
        self.usual = usual
    }

    /// The zone of this name; the house's own for none.
    func zone(_ name: String?) throws(Problem) -> Zone {
        guard let name else { return usual }
        return try zones.zone(named: name)
    }

    /// Has something begin at a moment, by the clocks of a zone.
    func set(_ start: Instant, in zone: Zone, _ facts: inout OccasionFacts) {
        let local = zone.local(at: start)
        facts.startsAt = start
        facts.timezone = zone.name
        facts.localDate = local.date
        facts.localTime = local.time
        facts.tzdata = zones.version
    }
}
