import Testing
import Time

@testable import Booking

@Suite("Names with a moment in them")
struct FileNameTests {
    private let moment = Instant(seconds: 1_768_467_600)

    @Test("Are read as they are written")
    func roundTrip() {
        #expect(ScheduledName(madeAt: moment).text == "roost-2026-01-15T09-00-00Z.db")
        #expect(ScheduledName("roost-2026-01-15T09-00-00Z.db")?.madeAt == moment)
        #expect(BaseName(madeAt: moment).text == "base-2026-01-15T09-00-00Z.db")
        #expect(BaseName("base-2026-01-15T09-00-00Z.db")?.madeAt == moment)
    }

    @Test(
        "Other spellings are other files",
        arguments: [
            "roost.db", "roost-2026-01-15.db", "roost-2026-01-15T09:00:00Z.db",
            "roost-2026-13-15T09-00-00Z.db", "roost-2026-01-15T09-00-00Z.db.json",
            "roost-2026-01-15T09-00-00.000Z.db", "roost-2026-01-15t09-00-00Z.db", "roost-.db",
            "roost-2026-01-15T09-00-00+00-00.db",
        ])
    func others(name: String) {
        #expect(ScheduledName(name) == nil)
    }
}
