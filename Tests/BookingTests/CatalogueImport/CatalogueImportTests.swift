import Testing
import Time

@testable import Booking

@Suite("Bringing a table over")
struct CatalogueImportTests {
    private static let header = "id,name,schedule,slots"

    @Test("Twice brings nothing the second time, whether ids were UUIDs or numbers")
    func twice() async throws {
        let van = try await RemovalVan(.classes)
        let table = [
            Self.header, "17,a,2030-01-01T10:00:00Z,5",
            "0b2e3c1e27f44a6b9d2b0123456789ab,b,2030-01-02T10:00:00Z,5",
        ].joined(separator: "\n")
        #expect(try await van.bring(table) == 2)
        #expect(try await van.bring(table) == 0)
        #expect(
            try van.check([table]).refusals.map(\.sentences) == [
                ["id is there already"], ["id is there already"],
            ])
        #expect(try van.occasions().map(\.facts.title) == ["a", "b"])
        #expect(try van.occasions()[1].id == "0b2e3c1e-27f4-4a6b-9d2b-0123456789ab")
    }

    @Test("The same id in two rows is told, whichever way it is written")
    func doubled() async throws {
        let van = try await RemovalVan(.classes)
        let found = try van.refusals(
            Self.header, "17,a,2030-01-01T10:00:00Z,5", "17,b,2030-01-02T10:00:00Z,5",
            "0b2e3c1e27f44a6b9d2b0123456789ab,c,2030-01-02T10:00:00Z,5",
            "0B2E3C1E-27F4-4A6B-9D2B-0123456789AB,d,2030-01-02T10:00:00Z,5")
        #expect(found == [3: ["id is that of line 2"], 5: ["id is that of line 4"]])
    }

    @Test("The id that an old one becomes is a UUID for everybody's use, and of its kind only")
    func ids() throws {
        let id = try CatalogueID.made(from: "17", .classes)
        #expect(id == "fdb1929b-0f81-8c75-9568-092a33be156e")
        #expect(try CatalogueID.made(from: "17", .events) != id)
        #expect(try CatalogueID.made(from: "18", .classes) != id)
    }

    @Test("Rows without an id come in with new ones")
    func withoutID() async throws {
        let van = try await RemovalVan(.classes)
        #expect(
            try await van.bring(
                "name,schedule,slots", "a,2030-01-01T10:00:00Z,5", "a,2030-01-01T10:00:00Z,5") == 2)
    }

    @Test("Rows that were refused are left out, and the others come in")
    func skipping() async throws {
        let van = try await RemovalVan(.classes)
        #expect(
            try await van.bring(
                Self.header, "1,a,2030-01-01T10:00:00Z,5", "2,b,never,5",
                "3,c,2030-01-03T10:00:00Z,5") == 2)
        #expect(try van.occasions().map(\.facts.title) == ["a", "c"])
        try van.verify()
    }

    @Test("An id that something of another kind has is taken")
    func otherKind() async throws {
        let id = "0b2e3c1e-27f4-4a6b-9d2b-0123456789ab"
        let van = try await RemovalVan(.classes)
        try await van.bring(Self.header, "\(id),a,2030-01-01T10:00:00Z,5")
        let zones = ZoneTable()
        let rules = CatalogueRules(
            zones: zones, usual: .utc, currency: "EUR", now: van.house.clock.clock.now)
        let events = CatalogueImport(.events, rules, journal: van.house.journal)
        try van.house.folder.write(
            "id,name,venue,event_date,event_capacity\n\(id),b,Hall,2030-01-01,5",
            to: "events.csv")
        let report = try van.house.database.read(within: .seconds(60)) { reader in
            try events.check("\(van.house.folder.path)/events.csv", reader) { _ in }
        }
        #expect(report.refusals.map(\.sentences) == [["id is there already"]])
    }
}
