import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The calendar of somebody")
struct CalendarsTests {
    /// The lines of an answer, those that go on put together.
    private func lines(_ answer: RawAnswer) -> [String] {
        answer.text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    private func publish(_ reception: Reception) async throws -> String {
        let answer = try await reception.house.ask(
            .post, "/me/calendar", as: reception.una)
        guard answer.status == 201, case .string(let token)? = answer.json?["token"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        #expect(
            answer.json?["url"]
                == .string("https://roost.example/api/v1/me/calendar.ics?token=\(token)"))
        return token
    }

    @Test("Takes a booking as a file")
    func file() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let id = try await reception.book(["class_id": .string(yoga), "notes": "With a mat"])
        let answer = try await reception.house.ask(
            .get, "/bookings/\(id)/calendar.ics", as: reception.una)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "text/calendar; charset=utf-8")
        let lines = lines(answer)
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "END:VCALENDAR")
        for line in [
            "UID:\(id)", "SEQUENCE:2", "DTSTART:20260201T100000Z", "DTEND:20260201T110000Z",
            "SUMMARY:Yoga", "DESCRIPTION:With a mat", "STATUS:CONFIRMED",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        let stranger = try await reception.house.ask(
            .get, "/bookings/\(id)/calendar.ics", as: reception.vic)
        #expect(reception.house.outcome(stranger) == "403 not_yours")
    }

    @Test("Is told of each change by a higher number, under the same name, and of the end")
    func sequence() async throws {
        let reception = try await Reception()
        let token = try await publish(reception)
        let yoga = try await reception.makeClass()
        let id = try await reception.book(["class_id": .string(yoga)])
        let see = {
            lines(try await reception.house.ask(.get, "/me/calendar.ics?token=\(token)"))
        }
        #expect(try await see().contains("SEQUENCE:2"))
        let moved = try await reception.house.ask(
            .patch, "/classes/\(yoga)", ["schedule": "2026-02-05T18:00:00+05:30"],
            as: reception.asha)
        #expect(moved.status == 200)
        #expect(try await see().contains("SEQUENCE:3"))
        #expect(try await see().contains("DTSTART:20260205T123000Z"))
        #expect(try await reception.cancel(id).status == 200)
        let after = try await see()
        #expect(after.contains("SEQUENCE:4"))
        #expect(after.contains("UID:\(id)"))
        #expect(after.contains("STATUS:CANCELLED"))
    }

    @Test("Is found by the secret of its address alone, the newest one, while somebody is active")
    func secret() async throws {
        let reception = try await Reception()
        let status = { (token: String) in
            try await reception.house.ask(.get, "/me/calendar.ics?token=\(token)").status
        }
        let first = try await publish(reception)
        let second = try await publish(reception)
        #expect(try await status(first) == 404)
        #expect(try await status(second) == 200)
        #expect(try await status("nonsense") == 404)
        #expect(try await reception.house.ask(.get, "/me/calendar.ics").status == 422)
        let state = try await reception.house.ask(.get, "/me/calendar", as: reception.una)
        #expect(state.json?["published"] == .bool(true))
        #expect(!state.text.contains(second))
        let suspended = try await reception.house.ask(
            .patch, "/users/\(reception.una.id)", ["status": "suspended"], as: reception.admin)
        #expect(suspended.status == 200)
        #expect(try await status(second) == 404)
    }

    @Test("Has no address any more when it is taken away, or its owner leaves")
    func withdrawn() async throws {
        let reception = try await Reception()
        let first = try await publish(reception)
        let gone = try await reception.house.ask(.delete, "/me/calendar", as: reception.una)
        #expect(gone.status == 204)
        #expect(
            try await reception.house.ask(.get, "/me/calendar.ics?token=\(first)").status == 404)
        let second = try await publish(reception)
        let left = try await reception.house.ask(
            .delete, "/me", ["password": .string(Person.password)], as: reception.una)
        #expect(left.status == 204)
        #expect(
            try await reception.house.ask(.get, "/me/calendar.ics?token=\(second)").status == 404)
        let rows = try reception.house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from calendar")
        }
        #expect(rows == 0)
    }

    @Test("Has only one's own bookings in it")
    func own() async throws {
        let reception = try await Reception()
        let token = try await publish(reception)
        let mine = try await reception.book(["slot": "2026-02-03T10:00:00Z"])
        let other = try await reception.book(["slot": "2026-02-03T11:00:00Z"], as: reception.vic)
        let text = try await reception.house.ask(.get, "/me/calendar.ics?token=\(token)").text
        #expect(text.contains(mine))
        #expect(!text.contains(other))
        #expect(text.contains("SUMMARY:Appointment"))
    }
}
