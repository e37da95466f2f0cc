import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad classes")
struct ClassInputTests {
    /// A member with this in it, and how the class is refused that has it; nil where it is fine.
    struct Case: Sendable, CustomStringConvertible {
        let member: String
        let literal: String
        let refusal: String?

        init(_ member: String, _ literal: String, _ refusal: String?) {
            self.member = member
            self.literal = literal
            self.refusal = refusal
        }

        var description: String { "\(member): \(literal.prefix(60))" }
    }

    private static func text(_ count: Int) -> String {
        "\"\(String(repeating: "😀", count: count))\""
    }

    private static let cases = [
        Case("name", "\"\"", "422 too_short"), Case("name", "\" \"", "422 too_short"),
        Case("name", text(255), nil), Case("name", text(256), "422 too_long"),
        Case("name", "null", "422 required"), Case("name", "[]", "422 wrong_type"),
        Case("name", "\"a\\u0000\"", "422 not_allowed"),
        Case("schedule", "\"2026-02-01T10:00:00\"", "422 offset_required"),
        Case("schedule", "\"2026-02-30T10:00:00Z\"", "422 bad_format"),
        Case("schedule", "\"tomorrow\"", "422 bad_format"),
        Case("schedule", "1770000000", "422 wrong_type"),
        Case("schedule", "null", "422 required"),
        Case("schedule", "\"2026-01-15T09:00:02Z\"", "400 schedule_in_past"),
        Case("schedule", "\"2026-01-15T09:00:03Z\"", nil),
        Case("schedule", "\"0001-01-01T00:00:00Z\"", "400 schedule_in_past"),
        Case("schedule", "\"9999-12-31T23:59:59Z\"", "422 too_large"),
        Case("slots", "0", "422 too_small"), Case("slots", "-1", "422 too_small"),
        Case("slots", "1", nil), Case("slots", "10000", nil),
        Case("slots", "10001", "422 too_large"), Case("slots", "1000000000", "422 too_large"),
        Case("slots", "1e400", "422 too_large"), Case("slots", "2.5", "422 wrong_type"),
        Case("slots", "\"10\"", "422 wrong_type"), Case("slots", "null", "422 required"),
        Case("timezone", "\"Mars/Olympus\"", "400 unknown_timezone"),
        Case("timezone", "\"../../etc/passwd\"", "400 unknown_timezone"),
        Case("timezone", "\"\"", "422 too_short"), Case("timezone", "null", nil),
        Case("timezone", "\"UTC\"", nil), Case("timezone", "5", "422 wrong_type"),
        Case("duration_minutes", "0", "422 too_small"), Case("duration_minutes", "20160", nil),
        Case("duration_minutes", "20161", "422 too_large"),
        Case("description", text(5_000), nil), Case("description", text(5_001), "422 too_long"),
        Case("location", text(256), "422 too_long"), Case("location", "7", "422 wrong_type"),
    ]

    /// `422 too_long`: the status, and the code of the fault in this member or of the problem.
    private func refusal(_ answer: RawAnswer, _ member: String) -> String? {
        guard answer.status >= 400 else { return nil }
        guard answer.status == 422, case .array(let faults)? = answer.json?["errors"] else {
            return "\(answer.status) \(answer.code ?? "")"
        }
        let fault = faults.first { $0["field"] == .string(member) }
        guard case .string(let code)? = fault?["code"] else { return "422 elsewhere" }
        return "422 \(code)"
    }

    @Test("Are refused with the member and the reason, and nothing is stored")
    func created() async throws {
        let gym = try await Gym()
        var made = 0
        for one in Self.cases {
            let others = JSON.object([.init(one.member, try JSON.parse(one.literal))])
            let answer = try await gym.tryGive("Yoga", others)
            #expect(refusal(answer, one.member) == one.refusal, "\(one) \(answer.text)")
            if one.refusal == nil { made += 1 }
        }
        let stored = try gym.house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from occasion")
        }
        #expect(stored == made)
        try gym.verify()
    }

    @Test("Are refused as changes too, and nothing is changed")
    func changed() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        for one in Self.cases where one.refusal != nil {
            let change = JSON.object([.init(one.member, try JSON.parse(one.literal))])
            let answer = try await gym.change(id, change)
            #expect(refusal(answer, one.member) == one.refusal, "\(one) \(answer.text)")
        }
        #expect(try gym.entries("class/\(id)") == ["class.created"])
    }

    @Test("Tell all faults at once")
    func all() async throws {
        let gym = try await Gym()
        let answer = try await gym.house.ask(.post, "/classes", ["slots": 0], as: gym.asha)
        guard case .array(let faults)? = answer.json?["errors"] else { throw CancellationError() }
        #expect(faults.compactMap { $0["field"] } == ["name", "schedule", "slots"])
    }
}
