import Posix
import Races
import Testing

@Suite("Races of many clients for one thing")
struct RaceTests {
    @Test("All races end as though everybody had come one after another, and verify agrees")
    func all() async throws {
        try await Aside.run {
            let premises = try Premises(people: 60)
            try premises.start()
            let house = try House(premises)
            for race in Race.all {
                let report = try race.run(house, 1)
                #expect(report.findings == [], "\(race.name)")
                #expect(report.verdict != .impossible, "\(race.name)")
            }
            try premises.stop()
            #expect(try premises.verify() == [])
        }
    }
}
