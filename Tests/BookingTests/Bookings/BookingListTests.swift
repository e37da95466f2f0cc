import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The lists of bookings")
struct BookingListTests {
    @Test("Show everybody their own, and those of all to who runs the house")
    func own() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let una = try await reception.book(["class_id": .string(yoga)])
        let vic = try await reception.book(["class_id": .string(yoga)], as: reception.vic)
        let boss = try await reception.book(["class_id": .string(yoga)], as: reception.admin)
        #expect(try await reception.ids("/bookings") == [.string(una)])
        #expect(try await reception.ids("/bookings?mine=true") == [.string(una)])
        #expect(
            try await reception.ids("/bookings", as: reception.admin)
                == [.string(boss), .string(vic), .string(una)])
        #expect(
            try await reception.ids("/bookings?mine=true", as: reception.admin) == [.string(boss)])
        #expect(try await reception.ids("/bookings", as: reception.asha) == [])
        #expect(try await reception.house.ask(.get, "/bookings").status == 401)
    }

    @Test("Have the latest start in front, and go on behind a place, to the last one")
    func order() async throws {
        let reception = try await Reception()
        let service = try await reception.makeService()
        var ids: [JSON?] = []
        for hour in [12, 10, 15, 11, 14] {
            let answer = try await reception.appointment(service, "\(hour):00")
            ids.append(answer.json?["id"])
        }
        let expected = [2, 4, 0, 3, 1].map { ids[$0] }
        #expect(try await reception.ids("/bookings") == expected)
        #expect(try await reception.ids("/bookings?limit=2&page=3") == [expected[4]])
        #expect(try await reception.ids("/bookings?page=9") == [])

        var found: [JSON?] = []
        var path: String? = "/bookings?limit=2"
        while let next = path, found.count < 9 {
            let answer = try await reception.house.ask(.get, next, as: reception.una)
            guard case .array(let items)? = answer.json else { throw CancellationError() }
            #expect(answer["X-Total-Count"] == "5")
            found += items.map { $0["id"] }
            path = answer.nextPath
        }
        #expect(found == expected)
    }

    @Test("Are narrowed by state, kind and time")
    func filters() async throws {
        let reception = try await Reception()
        let service = try await reception.makeService()
        let yoga = try await reception.book(["class_id": .string(reception.makeClass())])
        let slot = try await reception.book(["slot": "2026-02-03T10:00:00Z"])
        let first = try await reception.appointment(service, "12:00").json?["id"]
        let second = try await reception.appointment(service, "14:00").json?["id"]
        #expect(try await reception.cancel(yoga).status == 200)
        let ids = { (query: String) in try await reception.ids("/bookings?\(query)") }
        #expect(try await ids("status=cancelled") == [.string(yoga)])
        #expect(try await ids("status=pending") == [second, first])
        #expect(try await ids("status=active") == [.string(slot), second, first])
        #expect(try await ids("kind=slot") == [.string(slot)])
        #expect(try await ids("kind=class&status=active") == [])
        #expect(
            try await ids("from=2026-02-01T12:00:00Z&to=2026-02-01T14:00:00Z") == [first])
        let bad = try await reception.house.ask(
            .get, "/bookings?status=live&kind=room&from=now&limit=101&mine=maybe",
            as: reception.una)
        #expect(bad.status == 422)
        #expect(bad.blamed == ["status", "kind", "from", "mine", "limit"])
    }

    @Test("Have the envelope that clients know, with the bookings under both names")
    func envelope() async throws {
        let reception = try await Reception()
        let id = try await reception.book(["slot": "2026-02-03T10:00:00Z"])
        let json = try await reception.house.ask(
            .get, "/bookings?envelope=true", as: reception.una
        ).json
        #expect(json?["total"] == .integer(1))
        #expect(json?["items"] == json?["bookings"])
        guard case .array(let items)? = json?["bookings"] else { throw CancellationError() }
        #expect(items.map { $0["id"] } == [.string(id)])
    }

    @Test("Show a class by the clocks that are asked for")
    func timezone() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass(at: "2026-02-01T02:00:00+05:30")
        _ = try await reception.book(["class_id": .string(yoga)])
        let see = { (query: String) in
            try await reception.house.ask(.get, "/bookings\(query)", as: reception.una)
        }
        guard case .array(let here)? = try await see("").json,
            case .array(let there)? = try await see("?timezone=America/New_York").json
        else { throw CancellationError() }
        #expect(here.first?["class_date"] == "2026-02-01")
        #expect(there.first?["class_date"] == "2026-01-31")
        #expect(there.first?["class_time"] == "15:30:00")
        #expect(there.first?["timezone"] == "America/New_York")
        #expect(
            reception.house.outcome(try await see("?timezone=Mars")) == "400 unknown_timezone")
    }

    @Test("Of sessions have every state, in the shape that their clients know")
    func sessions() async throws {
        let reception = try await Reception()
        _ = try await reception.book(["slot": "2026-02-03T10:00:00Z"])
        let session: JSON = ["session_id": .string(try await reception.makeSession())]
        let gone = try await reception.book(session)
        #expect(try await reception.cancel(gone).status == 200)
        let here = try await reception.book(session)
        let answer = try await reception.house.ask(.get, "/bookings/my", as: reception.una)
        guard case .array(let list)? = answer.json else { throw CancellationError() }
        #expect(list.map { $0["id"] } == [.string(here), .string(gone)])
        #expect(list.map { $0["booking_status"] } == ["confirmed", "cancelled"])
        #expect(list.first?["session"]?["facilitator"] == "fay")
    }

    @Test("Of events are in the shape that their clients know, without those that are cancelled")
    func events() async throws {
        let reception = try await Reception()
        let event = try await reception.makeEvent(seats: 10)
        let booked = try await reception.house.ask(
            .post, "/events/\(event)/book?seats=3", as: reception.una)
        #expect(booked.status == 200)
        let other = try await reception.book(
            ["event_id": .string(event)], as: reception.vic)
        let gone = try await reception.book(["event_id": .string(event)])
        #expect(try await reception.cancel(gone).status == 200)
        let own = try await reception.house.ask(.get, "/users/me/bookings", as: reception.una)
        guard case .array(let list)? = own.json, let first = list.first else {
            throw RawClient.Failure.unexpected(own.text)
        }
        #expect(list.count == 1)
        #expect(first["id"] == booked.json?["booking_id"])
        #expect(first["seats_booked"] == .integer(3))
        #expect(first["remaining_tickets"] == .integer(6))
        #expect(first["user_id"] == .string(reception.una.id))
        #expect(first["event_id"] == .string(event))
        #expect(
            first["event"]
                == ["event_name": "Talk", "event_date": "2026-02-01T10:00:00.000Z"])
        let all = try await reception.ids("/admin/bookings", as: reception.admin)
        #expect(all == [.string(other), first["id"]])
        let refused = try await reception.house.ask(
            .get, "/admin/bookings", as: reception.una)
        #expect(refused.status == 403)
    }
}

extension RawAnswer {
    /// Where the next part of a list is, within the API.
    fileprivate var nextPath: String? {
        let links = self["Link"]?.split(separator: ",") ?? []
        guard let next = links.first(where: { $0.contains("rel=\"next\"") }),
            let start = next.firstIndex(of: "<"), let end = next.firstIndex(of: ">")
        else { return nil }
        return String(next[next.index(after: start)..<end].dropFirst("/api/v1".utf8.count))
    }
}
