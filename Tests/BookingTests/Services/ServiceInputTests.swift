import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad services")
struct ServiceInputTests {
    /// A member with this in it, and the faults that it has; none where it is fine.
    struct Case: Sendable, CustomStringConvertible {
        let member: String
        let literal: String
        let faults: [String]

        init(_ member: String, _ literal: String, _ faults: String...) {
            self.member = member
            self.literal = literal
            self.faults = faults
        }

        var description: String { "\(member): \(literal.prefix(60))" }
    }

    private static func text(_ count: Int) -> String {
        "\"\(String(repeating: "😀", count: count))\""
    }

    private static let texts = [
        Case("title", "\"\"", "title too_short"), Case("title", "\" \\t\"", "title too_short"),
        Case("title", text(200)), Case("title", text(201), "title too_long"),
        Case("title", "null", "title required"), Case("title", "7", "title wrong_type"),
        Case("title", "\"a\\u0000b\"", "title not_allowed"),
        Case("description", "\"\""), Case("description", text(1_000)),
        Case("description", text(1_001), "description too_long"),
        Case("description", "[]", "description wrong_type"),
    ]

    private static let numbers = [
        Case("price", "-0.01", "price too_small"), Case("price", "0"), Case("price", "1e2"),
        Case("price", "0.001", "price too_precise"), Case("price", "\"5\"", "price wrong_type"),
        Case("price", "1e300", "price too_large"), Case("price", "null", "price required"),
        Case("price", "1000000000.01", "price too_large"), Case("price", "1000000000"),
        Case("duration_minutes", "0", "duration_minutes too_small"),
        Case("duration_minutes", "-60", "duration_minutes too_small"),
        Case("duration_minutes", "1"), Case("duration_minutes", "1440"),
        Case("duration_minutes", "1441", "duration_minutes too_large"),
        Case("duration_minutes", "1.5", "duration_minutes wrong_type"),
        Case("duration_minutes", "60.0"),
        Case("duration_minutes", "true", "duration_minutes wrong_type"),
        Case("buffer_minutes", "-1", "buffer_minutes too_small"),
        Case("buffer_minutes", "1441", "buffer_minutes too_large"), Case("buffer_minutes", "0"),
        Case("lead_minutes", "-1", "lead_minutes too_small"),
        Case("lead_minutes", "527041", "lead_minutes too_large"), Case("lead_minutes", "527040"),
        Case("step_minutes", "0", "step_minutes too_small"),
        Case("step_minutes", "4", "step_minutes too_small"), Case("step_minutes", "5"),
        Case("step_minutes", "1441", "step_minutes too_large"), Case("step_minutes", "null"),
    ]

    private static let others = [
        Case("is_active", "\"yes\"", "is_active wrong_type"), Case("is_active", "false"),
        Case("is_active", "1", "is_active wrong_type"),
        Case("hours", "null"), Case("hours", "5", "hours wrong_type"),
        Case("hours", "{}", "hours.timezone required", "hours.weekly required"),
        Case(
            "hours", #"{"timezone":"UTC","weekly":{"monday":[]}}"#,
            "hours.weekly.monday not_allowed"),
        Case(
            "hours", #"{"timezone":"UTC","weekly":{"mon":[["17:00","09:00"]]}}"#,
            "hours.weekly.mon.0 bad_order"),
        Case("hours", #"{"timezone":"UTC","weekly":{"mon":[["00:00","24:00"]]}}"#),
    ]

    private func faults(_ answer: RawAnswer) -> [String] {
        guard case .array(let faults)? = answer.json?["errors"] else { return [] }
        return faults.map { fault in
            guard case .string(let field)? = fault["field"], case .string(let code)? = fault["code"]
            else { return "?" }
            return "\(field) \(code)"
        }
    }

    private static let all = texts + numbers + others

    @Test("Each member is taken or refused by its name")
    func offered() async throws {
        let desk = try await ServiceDesk()
        for one in Self.all {
            let before = try await desk.titles("?limit=100").count
            let answer = try await desk.tryOffer(
                "Massage", .object([.init(one.member, try JSON.parse(one.literal))]))
            #expect(answer.status == (one.faults.isEmpty ? 201 : 422), "\(one): \(answer.text)")
            #expect(faults(answer) == one.faults, "\(one)")
            if !one.faults.isEmpty { #expect(try await desk.titles("?limit=100").count == before) }
        }
    }

    @Test("A change refuses the same, and changes nothing then")
    func changed() async throws {
        let desk = try await ServiceDesk()
        let path = "/services/\(try desk.id(try await desk.offer()))"
        for (number, one) in Self.all.enumerated() {
            let before = try await desk.house.ask(.get, path).json
            // Something good stands beside it.
            let other = one.member == "title" ? "description" : "title"
            let body = JSON.object([
                .init(other, .string("Another \(number)")),
                .init(one.member, try JSON.parse(one.literal)),
            ])
            let answer = try await desk.house.ask(.patch, path, body, as: desk.admin)
            #expect(answer.status == (one.faults.isEmpty ? 200 : 422), "\(one): \(answer.text)")
            #expect(faults(answer) == one.faults, "\(one)")
            let after = try await desk.house.ask(.get, path).json
            #expect((after == before) == !one.faults.isEmpty, "\(one)")
        }
    }

    @Test("All faults are told at once")
    func together() async throws {
        let desk = try await ServiceDesk()
        let answer = try await desk.house.ask(.post, "/services", [:], as: desk.admin)
        #expect(
            faults(answer) == ["title required", "price required", "duration_minutes required"])
        let worse = try await desk.tryOffer("", ["price": -1, "duration_minutes": "x"])
        #expect(
            Set(faults(worse)) == [
                "title too_short", "price too_small", "duration_minutes wrong_type",
            ])
    }

    @Test(
        "What is no number in JSON is no JSON",
        arguments: ["NaN", "Infinity", "-Infinity", "01", ".5", "5."])
    func malformed(literal: String) async throws {
        let desk = try await ServiceDesk()
        let answer = try await desk.house.send(
            .post, "/services", Array("{\"title\":\"a\",\"price\":\(literal)}".utf8),
            as: desk.admin, [("Content-Type", "application/json")])
        #expect(desk.house.outcome(answer) == "400 malformed_json")
    }

    @Test("Texts come back as they were sent, whatever they are")
    func odd() async throws {
        let desk = try await ServiceDesk()
        for text in ["<script>x</script>", "'; drop table service; --", "e\u{301}", "\u{F1}", "👩‍👩‍👧"] {
            let made = try await desk.offer(text, ["description": .string(text + "\n")])
            #expect(made["title"]?.bytes == JSON.string(text).bytes)
            #expect(made["description"]?.bytes == JSON.string(text + "\n").bytes)
        }
        try desk.verify()
    }
}
