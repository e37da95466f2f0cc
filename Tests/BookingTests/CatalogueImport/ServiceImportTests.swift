import Testing

@testable import Booking

@Suite("Bringing services over")
struct ServiceImportTests {
    private static let hours =
        #"{"timezone":"Europe/Berlin","weekly":{"mon":[["09:00","17:00"]]}}"#

    @Test("A service comes with its minutes and its hours")
    func whole() async throws {
        let van = try await RemovalVan(.services)
        let quoted = "\"\(Self.hours.replacing("\"", with: "\"\""))\""
        try await van.bring(
            "id,title,description,price,duration_minutes,is_active,buffer_minutes,lead_minutes,"
                + "step_minutes,hours", "9,Massage,Deep,60.50,45,f,10,120,15,\(quoted)")
        let service = try #require(try van.services().first)
        #expect(service.facts.title == "Massage")
        #expect(service.facts.description == "Deep")
        #expect(service.facts.price == 6_050)
        #expect(service.facts.currency == "EUR")
        #expect(service.facts.status == .inactive)
        #expect(service.facts.timing.duration == 45)
        #expect(service.facts.timing.buffer == 10)
        #expect(service.facts.timing.lead == 120)
        #expect(service.facts.timing.step == 15)
        #expect(service.facts.timing.hours?.timezone == "Europe/Berlin")
        try van.verify()
    }

    @Test("In JSON lines hours are an object, and what isn't said is as where one is made")
    func jsonLines() async throws {
        let van = try await RemovalVan(.services)
        try await van.bring(
            #"{"title":"Cut","price":20,"duration_minutes":30,"hours":\#(Self.hours)}"#,
            #"{"title":"Dye","price":50,"duration_minutes":90,"is_active":true}"#,
            as: "services.jsonl")
        let services = try van.services()
        #expect(services.map(\.facts.status) == [.active, .active])
        #expect(services.map { $0.facts.timing.hours != nil } == [true, false])
    }

    @Test("All that is wrong with a row is told, with its line")
    func faults() async throws {
        let van = try await RemovalVan(.services)
        let found = try van.refusals(
            "title;price;duration_minutes;is_active;hours", ";;;yes;", "a;-1;0;perhaps;",
            #"b;1;30;yes;"{""timezone"":""Mars/Base"",""weekly"":{}}""#, "c;1;30;yes;nine to five")
        #expect(
            found[2] == [
                "title is missing", "duration_minutes is missing", "price is missing",
            ])
        #expect(
            found[3] == [
                "duration_minutes must be at least 1", "price must be at least 0.0",
                "is_active must be true or false",
            ])
        #expect(found[4] == ["hours names a time zone that is not known"])
        #expect(found[5] == ["hours must be JSON, as GET /services shows hours"])
    }
}
