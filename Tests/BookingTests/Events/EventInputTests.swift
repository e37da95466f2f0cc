import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad events")
struct EventInputTests {
    /// A member with this in it, and the code of the fault that it has; nil where it is fine.
    struct Case: Sendable, CustomStringConvertible {
        let member: String
        let literal: String
        let code: String?

        init(_ member: String, _ literal: String, _ code: String? = nil) {
            self.member = member
            self.literal = literal
            self.code = code
        }

        var description: String { "\(member): \(literal.prefix(60))" }
    }

    private static func text(_ count: Int) -> String {
        "\"\(String(repeating: "😀", count: count))\""
    }

    private static let texts = ["event_name", "event_venue"].flatMap { member in
        [
            Case(member, "\"\"", "too_short"), Case(member, "\" \\t\"", "too_short"),
            Case(member, text(255)), Case(member, text(256), "too_long"),
            Case(member, "null", "required"), Case(member, "7", "wrong_type"),
            Case(member, "\"a\\u0000b\"", "not_allowed"),
        ]
    }

    private static let numbers = [
        Case("event_availibility", "-1", "too_small"), Case("event_availibility", "0"),
        Case("event_availibility", "1000000"),
        Case("event_availibility", "1000001", "too_large"),
        Case("event_availibility", "1000000000", "too_large"),
        Case("event_availibility", "1.5", "wrong_type"),
        Case("event_availibility", "\"5\"", "wrong_type"),
        Case("event_availibility", "null", "required"),
        Case("price", "-0.01", "too_small"), Case("price", "0"),
        Case("price", "0.001", "too_precise"), Case("price", "\"5\"", "wrong_type"),
        Case("price", "1000000000.01", "too_large"),
        Case("description", text(5_000)), Case("description", text(5_001), "too_long"),
    ]

    private static let times = [
        Case("event_date", "null", "required"), Case("event_date", "\"soon\"", "bad_format"),
        Case("event_date", "1770000000", "wrong_type"),
        Case("event_date", "\"2026-01-15T09:00:02Z\"", "date_in_past"),
        Case("event_date", "\"2026-01-15T09:00:03Z\""),
        Case("event_date", "\"9999-12-31T23:59:59Z\"", "too_large"),
        Case("event_end", "\"2026-02-01T09:00:00Z\"", "bad_order"),
        Case("event_end", "\"2020-02-01T09:00:00Z\"", "bad_order"),
        Case("event_end", "\"2027-02-02T09:00:00Z\""),
        Case("event_end", "\"2027-02-02T09:00:01Z\"", "too_large"),
        Case("event_end", "\"\"", "bad_format"),
    ]

    private static let all = texts + numbers + times

    /// The fields that are at fault, each with its code.
    private func faults(_ answer: RawAnswer) -> [String] {
        guard case .array(let faults)? = answer.json?["errors"] else { return [] }
        return faults.map { fault in
            guard case .string(let field)? = fault["field"], case .string(let code)? = fault["code"]
            else { return "?" }
            return "\(field) \(code)"
        }
    }

    @Test("Are refused with the member and the reason, and nothing is stored")
    func announced() async throws {
        let desk = try await EventDesk()
        for one in Self.all {
            let answer = try await desk.tryAnnounce(
                "Fair", .object([.init(one.member, try JSON.parse(one.literal))]))
            #expect(answer.status == (one.code == nil ? 201 : 422), "\(one): \(answer.text)")
            #expect(faults(answer) == one.code.map { ["\(one.member) \($0)"] } ?? [], "\(one)")
        }
        #expect(try desk.countOfEvents() == Self.all.count { $0.code == nil })
        try desk.verify()
    }

    @Test("Are refused as changes too, and nothing is changed")
    func changed() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        for one in Self.all {
            guard let code = one.code else { continue }
            let answer = try await desk.change(
                id, .object([.init(one.member, try JSON.parse(one.literal))]))
            #expect(answer.status == 422, "\(one)")
            #expect(faults(answer) == ["\(one.member) \(code)"], "\(one): \(answer.text)")
        }
        #expect(try desk.entries(id) == ["event.created"])
    }

    @Test("Tell all faults at once")
    func together() async throws {
        let desk = try await EventDesk()
        let empty = try await desk.house.ask(.post, "/events", [:], as: desk.admin)
        #expect(
            Set(faults(empty)) == [
                "event_name required", "event_venue required", "event_date required",
                "event_availibility required",
            ])
        let times = try await desk.tryAnnounce(
            "Fair", ["event_date": "2026-01-14T09:00:00Z", "event_end": "2026-01-14T08:00:00Z"])
        #expect(faults(times) == ["event_date date_in_past", "event_end bad_order"])
    }

    @Test("Places are set in one of two ways, not in both")
    func both() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        for member in ["event_availibility", "event_availability"] {
            let answer = try await desk.change(
                id, .object([.init(member, 5), .init("event_capacity", 5)]))
            #expect(faults(answer) == ["event_capacity not_allowed"])
        }
        let huge = try await desk.change(id, ["event_capacity": 1_000_001])
        #expect(faults(huge) == ["event_capacity too_large"])
    }

    @Test("A date or an end alone has to suit the other that there is, and is blamed")
    func alone() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced("Fair", ["event_end": "2026-02-02T09:00:00Z"])
        let date = try await desk.change(id, ["event_date": "2026-02-02T09:00:00Z"])
        #expect(faults(date) == ["event_date bad_order"])
        let end = try await desk.change(id, ["event_end": "2026-02-01T09:00:00Z"])
        #expect(faults(end) == ["event_end bad_order"])
        let moved = try await desk.change(
            id, ["event_date": "2026-05-01T09:00:00Z", "event_end": .null])
        #expect(moved.status == 200)
        try desk.verify()
    }

    @Test("What is no number in JSON is no JSON", arguments: ["NaN", "Infinity", "01", "5."])
    func malformed(literal: String) async throws {
        let desk = try await EventDesk()
        let answer = try await desk.house.send(
            .post, "/events", Array("{\"event_name\":\"a\",\"price\":\(literal)}".utf8),
            as: desk.admin, [("Content-Type", "application/json")])
        #expect(desk.house.outcome(answer) == "400 malformed_json")
    }

    @Test("Texts come back as they were sent, whatever they are")
    func odd() async throws {
        let desk = try await EventDesk()
        for text in ["<b>x</b>", "'; drop table occasion; --", "e\u{301}", "\u{F1}", "👩‍👩‍👧"] {
            let made = try await desk.announce(text, ["event_venue": .string(text)])
            #expect(made["event_name"]?.bytes == JSON.string(text).bytes)
            #expect(made["event_venue"]?.bytes == JSON.string(text).bytes)
        }
        try desk.verify()
    }
}
