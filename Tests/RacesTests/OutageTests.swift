import Races
import Testing

// `make kill-bookings` does it 20 times.
@Suite("A server that is killed amid bookings")
struct OutageTests {
    @Test("Whoever got no answer asks again, and nothing is lost or made twice")
    func kills() async throws {
        try await Aside.run {
            var outages = try Outages(seed: 1)
            try outages.run(rounds: 3)
            #expect(outages.findings == [])
            // The trial tries something: there were answers, and some that didn't come.
            #expect(outages.acknowledged > 100)
            #expect(outages.unanswered > 0)
        }
    }
}
