import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad sessions")
struct SessionInputTests {
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

    private static let texts = [
        Case("title", "\"\"", "too_short"), Case("title", "\" \\t\"", "too_short"),
        Case("title", text(200)), Case("title", text(201), "too_long"),
        Case("title", "null", "required"), Case("title", "7", "wrong_type"),
        Case("title", "\"a\\u0000b\"", "not_allowed"),
        Case("description", "\"\""), Case("description", text(5_000)),
        Case("description", text(5_001), "too_long"), Case("description", "[]", "wrong_type"),
        Case("session_type", "\"class\"", "not_allowed"),
        Case("session_type", "\"\"", "not_allowed"), Case("session_type", "null", "required"),
        Case("session_type", "1", "wrong_type"), Case("session_type", "\"retreat\""),
    ]

    private static let numbers = [
        Case("capacity", "0", "too_small"), Case("capacity", "-1", "too_small"),
        Case("capacity", "1"), Case("capacity", "10000"), Case("capacity", "10001", "too_large"),
        Case("capacity", "1000000000", "too_large"), Case("capacity", "1.5", "wrong_type"),
        Case("capacity", "\"5\"", "wrong_type"), Case("capacity", "1e400", "too_large"),
        Case("price", "-0.01", "too_small"), Case("price", "0"), Case("price", "25.50"),
        Case("price", "0.001", "too_precise"), Case("price", "\"5\"", "wrong_type"),
        Case("price", "1e300", "too_large"), Case("price", "1000000000"),
        Case("price", "1000000000.01", "too_large"), Case("price", "true", "wrong_type"),
    ]

    private static let times = [
        Case("start_time", "null", "required"), Case("start_time", "\"soon\"", "bad_format"),
        Case("start_time", "1770000000", "wrong_type"),
        Case("start_time", "\"2026-02-30T09:00:00\"", "bad_format"),
        Case("start_time", "\"2026-01-15T09:00:02Z\"", "start_in_past"),
        Case("start_time", "\"2026-01-15T09:00:03Z\""),
        Case("start_time", "\"9999-12-31T23:59:59Z\"", "too_large"),
        Case("end_time", "null", "required"), Case("end_time", "\"\"", "bad_format"),
        Case("end_time", "\"2026-02-01T09:00:00Z\"", "bad_order"),
        Case("end_time", "\"2026-02-01T09:00:00.001Z\""),
        Case("end_time", "\"2020-02-01T10:00:00Z\"", "bad_order"),
        Case("end_time", "\"2027-02-02T09:00:00Z\""),
        Case("end_time", "\"2027-02-02T09:00:01Z\"", "too_large"),
        Case("end_time", "\"9999-12-31T23:59:59Z\"", "too_large"),
    ]

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
    func created() async throws {
        let desk = try await SessionDesk()
        var made = 0
        for one in Self.texts + Self.numbers + Self.times {
            let answer = try await desk.tryGive(
                "Walk", .object([.init(one.member, try JSON.parse(one.literal))]))
            #expect(answer.status == (one.code == nil ? 201 : 422), "\(one): \(answer.text)")
            if let code = one.code {
                #expect(faults(answer).contains("\(one.member) \(code)"), "\(one): \(answer.text)")
            } else {
                made += 1
            }
        }
        #expect(try desk.countOfSessions() == made)
        try desk.verify()
    }

    @Test("Are refused as changes too, and nothing is changed")
    func changed() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given()
        for one in Self.texts + Self.numbers + Self.times {
            guard let code = one.code else { continue }
            let answer = try await desk.change(
                id, .object([.init(one.member, try JSON.parse(one.literal))]))
            #expect(answer.status == 422)
            #expect(faults(answer) == ["\(one.member) \(code)"], "\(one): \(answer.text)")
        }
        #expect(try desk.entries(id) == ["session.created"])
    }

    @Test("Tell all faults at once")
    func together() async throws {
        let desk = try await SessionDesk()
        let empty = try await desk.house.ask(.post, "/sessions", ["capacity": 0], as: desk.fay)
        #expect(
            Set(faults(empty)) == [
                "title required", "session_type required", "start_time required",
                "end_time required", "capacity too_small",
            ])
        let times = try await desk.tryGive(
            "Walk",
            ["start_time": "2026-01-14T09:00:00Z", "end_time": "2026-01-14T08:00:00Z"])
        #expect(faults(times) == ["start_time start_in_past", "end_time bad_order"])
    }

    @Test("A start or an end alone has to suit the other that there is, and is blamed")
    func alone() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given()
        let start = try await desk.change(id, ["start_time": "2026-02-01T10:00:00Z"])
        #expect(faults(start) == ["start_time bad_order"])
        let end = try await desk.change(id, ["end_time": "2026-02-01T09:00:00Z"])
        #expect(faults(end) == ["end_time bad_order"])
        let early = try await desk.change(id, ["start_time": "2026-02-01T08:30:00Z"])
        #expect(early.json?["session"]?["start_time"] == "2026-02-01T08:30:00.000Z")
        #expect(early.json?["session"]?["end_time"] == "2026-02-01T10:00:00.000Z")
        let late = try await desk.change(id, ["end_time": "2026-02-01T11:00:00Z"])
        #expect(late.json?["session"]?["end_time"] == "2026-02-01T11:00:00.000Z")
        try desk.verify()
    }

    @Test("What is no number in JSON is no JSON", arguments: ["NaN", "Infinity", "01", "5."])
    func malformed(literal: String) async throws {
        let desk = try await SessionDesk()
        let answer = try await desk.house.send(
            .post, "/sessions", Array("{\"title\":\"a\",\"price\":\(literal)}".utf8),
            as: desk.fay, [("Content-Type", "application/json")])
        #expect(desk.house.outcome(answer) == "400 malformed_json")
    }

    @Test("Texts come back as they were sent, whatever they are")
    func odd() async throws {
        let desk = try await SessionDesk()
        for text in ["<b>x</b>", "'; drop table occasion; --", "e\u{301}", "\u{F1}", "👩‍👩‍👧"] {
            let made = try await desk.give(text, ["description": .string(text + "\n")])
            #expect(made["title"]?.bytes == JSON.string(text).bytes)
            #expect(made["description"]?.bytes == JSON.string(text + "\n").bytes)
        }
        try desk.verify()
    }
}
