import JSON
import Testing
import Workbench

@testable import Booking

@Suite("What a review may say")
struct ReviewInputTests {
    private func faults(_ answer: RawAnswer) -> [String] {
        guard answer.status == 422, case .array(let faults)? = answer.json?["errors"] else {
            return ["\(answer.status)"]
        }
        return faults.map { fault in
            guard case .string(let field)? = fault["field"],
                case .string(let code)? = fault["code"]
            else { return "?" }
            return "\(field) \(code)"
        }
    }

    private static func decimal(_ text: String) -> JSON {
        (try? JSON.parse(text)) ?? .null
    }

    private static let ratings: [(JSON, String)] = [
        (0, "rating too_small"), (6, "rating too_large"), (-1, "rating too_small"),
        (decimal("4.5"), "rating wrong_type"), ("5", "rating wrong_type"),
        (.null, "rating required"), (true, "rating wrong_type"), ([5], "rating wrong_type"),
    ]

    @Test("A rating is a whole number from 1 to 5")
    func rating() async throws {
        let desk = try await ReviewDesk()
        let booking = JSON.string(try await desk.visit())
        for (value, fault) in Self.ratings {
            let answer = try await desk.house.ask(
                .post, "/reviews", ["booking_id": booking, "rating": value, "comment": "x"],
                as: desk.ann)
            #expect(faults(answer) == [fault], "\(value)")
        }
        #expect(try await desk.stats()["count"] == 0)
    }

    private static let comments: [(JSON, String)] = [
        ("", "comment too_short"), (" \n\t\u{A0}", "comment too_short"),
        (.string(String(repeating: "x", count: 1_001)), "comment too_long"),
        ("a\0b", "comment not_allowed"), (.null, "comment required"), (7, "comment wrong_type"),
    ]

    @Test("A comment has words, a thousand characters at most")
    func comment() async throws {
        let desk = try await ReviewDesk()
        let booking = JSON.string(try await desk.visit())
        for (value, fault) in Self.comments {
            let answer = try await desk.house.ask(
                .post, "/reviews", ["booking_id": booking, "rating": 5, "comment": value],
                as: desk.ann)
            #expect(faults(answer) == [fault], "\(value)")
        }
    }

    @Test("Every sign that there is comes back as it was sent, up to a thousand")
    func signs() async throws {
        let desk = try await ReviewDesk()
        let hard =
            "<script>'\"; drop table review; -- \u{202E}\u{1F9D8}\u{200D}\u{2640}\u{FE0F}\r\né"
        for comment in [hard, String(repeating: "\u{1F600}", count: 1_000)] {
            let answer = try await desk.post(desk.visit(), 5, comment)
            #expect(answer.json?["comment"] == .string(comment))
        }
    }

    @Test("Everything that is wrong is told at once")
    func all() async throws {
        let desk = try await ReviewDesk()
        let answer = try await desk.house.ask(
            .post, "/reviews", ["booking_id": "7", "rating": 9, "comment": ""], as: desk.ann)
        #expect(
            faults(answer) == ["booking_id bad_format", "rating too_large", "comment too_short"])
        let nothing = try await desk.house.ask(.post, "/reviews", [:], as: desk.ann)
        #expect(
            faults(nothing) == ["booking_id required", "rating required", "comment required"])
    }

    @Test("What no review could be isn't looked for")
    func bodies() async throws {
        let desk = try await ReviewDesk()
        let fields = [("Content-Type", "application/json")]
        for (body, status) in [
            ("", 400), ("[]", 422), ("{", 400), ("{\"rating\":1,\"rating\":2}", 400),
        ] {
            let answer = try await desk.house.send(
                .post, "/reviews", Array(body.utf8), as: desk.ann, fields)
            #expect(answer.status == status, "\(body)")
        }
        let form = try await desk.house.send(
            .post, "/reviews", Array("rating=5".utf8), as: desk.ann,
            [("Content-Type", "application/x-www-form-urlencoded")])
        #expect(form.status == 415)
    }

    @Test("A change is held to the same")
    func change() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted(3)
        for (value, fault) in Self.ratings + Self.comments {
            let field = String(fault.prefix { $0 != " " })
            let answer = try await desk.house.ask(
                .patch, "/reviews/\(id)", .object([.init(field, value)]), as: desk.ann)
            #expect(faults(answer).first?.hasPrefix(field) == true, "\(value)")
        }
        #expect(try await desk.see("/reviews/\(id)")["rating"] == 3)
        #expect(try await desk.see("/reviews/\(id)")["comment"] == "Lovely")
    }

    @Test("What has no id that could be one is not there")
    func ids() async throws {
        let desk = try await ReviewDesk()
        for id in ["x", "0", "1e3"] {
            for path in [
                "/reviews/\(id)", "/services/\(id)/reviews", "/services/\(id)/reviews/stats",
            ] {
                #expect(try await desk.house.ask(.get, path).status == 404, "\(path)")
            }
            let answer = try await desk.house.ask(.patch, "/reviews/\(id)", [:], as: desk.ann)
            #expect(answer.status == 404)
        }
        #expect(try await desk.house.ask(.get, "/reviews/%00").status == 400)
    }
}
