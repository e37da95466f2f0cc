import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The stream of notices")
struct StreamTests {
    @Test("It is a stream of events that nobody keeps, compresses or tags")
    func fields() async throws {
        let room = try await LiveRoom()
        let ear = try await room.follow(room.reception.una, ["Accept-Encoding: gzip"])
        #expect(ear.head.status == 200)
        #expect(ear.head["Content-Type"] == "text/event-stream")
        #expect(ear.head["Cache-Control"] == "no-store")
        #expect(ear.head["ETag"] == nil)
        #expect(ear.head["Content-Encoding"] == nil)
        #expect(try await ear.block() == "retry: 3000")
        #expect(try await ear.hear().data == ["type": "ready"])
    }

    @Test("It is for those who are signed in, by a header field or a ticket")
    func access() async throws {
        let room = try await LiveRoom()
        let anonymous = try await room.ask("GET \(LiveRoom.stream)", as: nil)
        #expect(room.reception.house.outcome(anonymous) == "401 authentication_required")
        let used = try await room.ask(
            "GET \(LiveRoom.stream)?access_token=nonsense", as: nil)
        #expect(room.reception.house.outcome(used) == "401 invalid_token")
    }

    @Test("Whoever comes again with the last id is told what has happened since, once and in order")
    func resumes() async throws {
        let room = try await LiveRoom()
        let yoga = try await room.reception.makeClass()
        let first = try await room.follow(room.reception.una)
        _ = try await first.hear()
        let booking = try await room.reception.book(["class_id": .string(yoga)])
        let placed = try await first.hear()
        #expect(placed.data["type"] == "booking.placed")
        first.leave()
        #expect(try await room.reception.cancel(booking).status == 200)
        let again = try await room.reception.book(["class_id": .string(yoga)])
        let second = try await room.follow(
            room.reception.una, ["Last-Event-ID: \(placed.id)"])
        #expect(try await second.hear().data["type"] == "booking.cancelled")
        let newest = try await second.hear()
        #expect(newest.data["type"] == "booking.placed")
        #expect(newest.data["booking_id"] == .string(again))
        let ready = try await second.hear()
        #expect(ready.data == ["type": "ready"])
        #expect(Int(ready.id) ?? 0 >= Int(newest.id) ?? .max)
    }

    @Test("A host is told of the bookings that were missed, those that were read too")
    func hostResumes() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let ear = try await room.follow(room.reception.fay)
        let ready = try await ear.hear()
        ear.leave()
        let booking = try await room.reception.book(["session_id": .string(session)])
        let again = try await room.follow(room.reception.fay, ["Last-Event-ID: \(ready.id)"])
        #expect(try await again.hear().data["id"] == .string(booking))
        #expect(try await again.hear().data["type"] == "ready")
    }

    @Test("Whoever has missed very much is told to look at the lists, and the newest of it")
    func tooMuch() async throws {
        let room = try await LiveRoom()
        let yoga = try await room.reception.makeClass()
        let ear = try await room.follow(room.reception.una)
        let ready = try await ear.hear()
        let booking = try await room.reception.book(["class_id": .string(yoga)])
        let journal = room.reception.house.journal
        try await room.reception.house.database.write { tx in
            for _ in 1...1_000 {
                try journal.record(
                    BookingEntries.changed, Nothing(), of: booking, by: nil, in: tx)
            }
        }
        let again = try await room.follow(room.reception.una, ["Last-Event-ID: \(ready.id)"])
        #expect(try await again.hear().data == ["type": "reload"])
        var last = 0
        for _ in 1...1_000 {
            let event = try await again.hear()
            #expect(event.data["type"] == "booking.changed")
            let id = try #require(Int(event.id))
            #expect(id > last)
            last = id
        }
        #expect(try await again.hear().data == ["type": "ready"])
    }

    @Test("An id that none is counts as none")
    func strangeID() async throws {
        let room = try await LiveRoom()
        for id in ["x", "-1", "99999999999"] {
            let ear = try await room.follow(room.reception.una, ["Last-Event-ID: \(id)"])
            #expect(try await ear.hear().data == ["type": "ready"])
        }
    }

    @Test("The address says where to go on, too: a ticket is needed each time")
    func byAddress() async throws {
        let room = try await LiveRoom()
        let yoga = try await room.reception.makeClass()
        let ear = try await room.follow(room.reception.una)
        let ready = try await ear.hear()
        _ = try await room.reception.book(["class_id": .string(yoga)])
        let ticket = try await room.ticket(room.reception.una)
        let path = "\(LiveRoom.stream)?access_token=\(ticket)&last_event_id=\(ready.id)"
        let port = room.server.address.port
        let other = try await LiveRoom.blocking {
            let client = try RawClient(port: port)
            try client.send(RawRequest("GET \(path)").text)
            return StreamEar(client, try client.head())
        }
        #expect(try await other.hear().data["type"] == "booking.placed")
    }
}
