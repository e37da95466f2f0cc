import Testing
import Time

@testable import Booking

@Suite("Bringing classes over")
struct ClassImportTests {
    private static let uuid = "0b2e3c1e-27f4-4a6b-9d2b-0123456789ab"

    @Test("A class comes with all that it is, a past one too, and it stands up to verification")
    func whole() async throws {
        let van = try await RemovalVan(.classes)
        let ann = try await van.house.person("ann")
        let count = try await van.bring(
            "ID,Name,Schedule,Timezone,Slots,Available Slots,Instructor,duration_minutes,"
                + "description,location,status",
            "\(Self.uuid.uppercased()),Yoga,2019-06-15T10:00:00+05:30,Asia/Kolkata,20,3,"
                + "Ann@Example.com,90,Slow,Hall 2,cancelled")
        #expect(count == 1)
        let yoga = try #require(try van.occasions().first)
        #expect(yoga.id == Self.uuid)
        #expect(yoga.kind == .class)
        #expect(yoga.facts.title == "Yoga")
        #expect(yoga.facts.startsAt == Instant(rfc3339: "2019-06-15T04:30:00Z"))
        #expect(yoga.facts.endsAt == Instant(rfc3339: "2019-06-15T06:00:00Z"))
        #expect(yoga.facts.timezone == "Asia/Kolkata")
        #expect(yoga.facts.localTime.text == "10:00:00")
        #expect(yoga.facts.capacity == 20)
        #expect(yoga.taken == 0)
        #expect(yoga.facts.host == ann.id)
        #expect(yoga.facts.description == "Slow")
        #expect(yoga.facts.location == "Hall 2")
        #expect(yoga.facts.status == .cancelled)
        try van.verify()
    }

    @Test("What only the other system needed is left out and told")
    func unknownColumns() async throws {
        let van = try await RemovalVan(.classes)
        let report = try van.check([
            "name,schedule,slots,available_slots,created_at,price",
            "Yoga,2030-01-01T10:00:00Z,5,5,2020-01-01,7",
        ])
        #expect(report.refusals == [])
        #expect(report.unknownColumns == ["available_slots", "created_at", "price"])
    }

    @Test(
        "A schedule is understood as databases spell it, as long as its offset is told",
        arguments: [
            "2025-06-15 04:30:00+00:00", "2025-06-15 04:30:00+00", "2025-06-15 10:00:00 +0530",
            "2025-06-15 04:30:00 UTC", "2025-06-15T04:30:00.000Z", "1749961800", "1749961800000",
        ])
    func schedules(text: String) async throws {
        let van = try await RemovalVan(.classes)
        try await van.bring("name,schedule,slots", "Yoga,\(text),5")
        #expect(try van.occasions().map(\.facts.startsAt.rfc3339) == ["2025-06-15T04:30:00.000Z"])
    }

    @Test(
        "A schedule without an offset is refused, as nobody knows whose clocks it means",
        arguments: ["2025-06-15 04:30:00", "2025-06-15T04:30:00", "2025-06-15"])
    func withoutOffset(text: String) async throws {
        let van = try await RemovalVan(.classes)
        let found = try van.refusals("name,schedule,slots", "Yoga,\(text),5")
        #expect(found[2]?.first?.hasPrefix("schedule must end with Z or an offset") == true)
    }

    @Test("A date and a time are what the clocks of the house show, or those that the row names")
    func local() async throws {
        let van = try await RemovalVan(.classes)
        try await van.bring(
            "name;date;time;timezone;slots", "a;2030-01-15;09:30;;5",
            "b;2030-01-15;09:30:00;America/New_York;5")
        let starts = try van.occasions().map(\.facts.startsAt.rfc3339)
        #expect(starts == ["2030-01-15T08:30:00.000Z", "2030-01-15T14:30:00.000Z"])
        #expect(try van.occasions().map(\.facts.localTime.text) == ["09:30:00", "09:30:00"])
    }

    @Test("A time that clocks leave out is shifted, and one that they show twice is the first")
    func gaps() async throws {
        let van = try await RemovalVan(.classes)
        try await van.bring(
            "name,date,time,slots", "gap,2030-03-31,02:30,5", "overlap,2030-10-27,02:30,5")
        let occasions = try van.occasions()
        #expect(
            occasions.map(\.facts.startsAt.rfc3339) == [
                "2030-03-31T01:30:00.000Z", "2030-10-27T00:30:00.000Z",
            ])
        #expect(occasions.map(\.facts.localTime.text) == ["03:30:00", "02:30:00"])
    }

    @Test("Our own list comes back: moment, date and time agree")
    func ours() async throws {
        let van = try await RemovalVan(.classes)
        let found = try van.refusals(
            "name,starts_at,ends_at,date,time,timezone,slots",
            "a,2030-01-15T08:30:00.000Z,2030-01-15T09:30:00.000Z,2030-01-15,09:30:00,Europe/Berlin,5",
            "b,2030-01-15T08:30:00.000Z,,2030-01-15,10:30:00,Europe/Berlin,5",
            "c,2030-10-27T01:30:00.000Z,,2030-10-27,02:30:00,Europe/Berlin,5")
        #expect(found == [3: ["starts_at must be the moment that date and time tell"]])
    }

    @Test("All that is wrong with a row is told, with its line")
    func faults() async throws {
        let van = try await RemovalVan(.classes)
        let found = try van.refusals(
            "name,schedule,timezone,slots,instructor,status",
            ",,,,,", "Yoga,2030-01-01T10:00:00,,0,,maybe", "Yoga,soon,Mars/Base,five,,",
            "Yoga,2030-01-01T10:00:00Z,,5,nobody,", "Yoga,2930-01-01T10:00:00Z,,5,,",
            "Yoga,,,5,,")
        #expect(found[2] == nil, "a blank row is no row")
        #expect(found[3]?.count == 3)
        #expect(
            found[3]?.contains { $0.hasPrefix("schedule must end with Z or an offset") } == true)
        #expect(found[3]?.contains("slots must be at least 1") == true)
        #expect(found[3]?.contains("status must be active or cancelled") == true)
        #expect(found[4]?.contains { $0.hasPrefix("timezone is no name") } == true)
        #expect(found[4]?.contains("slots must be a whole number") == true)
        #expect(
            found[5] == [
                "instructor is nobody's username or e-mail address here; people come over first"
            ])
        #expect(found[6] == ["schedule must be within the next hundred years"])
        #expect(found[7] == ["schedule is missing"])
    }

    @Test("Who leads it may be named by username, by address or by an id that was kept")
    func hosts() async throws {
        let van = try await RemovalVan(.classes)
        let (ann, ben) = (try await van.house.person("ann"), try await van.house.person("ben"))
        let lines = [
            "name,schedule,slots,instructor,instructor_id",
            "a,2030-01-01T10:00:00Z,5,ann,", "b,2030-01-02T10:00:00Z,5,,\(ben.id.uppercased())",
            "c,2030-01-03T10:00:00Z,5,BEN@example.com,17", "d,2030-01-04T10:00:00Z,5,,",
            "e,2030-01-05T10:00:00Z,5,ann,\(ben.id)", "f,2030-01-06T10:00:00Z,5,,17",
        ]
        let report = try van.check(lines)
        #expect(report.refusals.map(\.line) == [6, 7])
        #expect(
            report.refusals.first?.sentences == ["instructor_id is somebody else's than instructor"]
        )
        try await van.bring(lines.joined(separator: "\n"))
        #expect(try van.occasions().map(\.facts.host) == [ann.id, ben.id, ben.id, nil])
    }
}
