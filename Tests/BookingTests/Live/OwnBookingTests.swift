import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Notices of one's own bookings")
struct OwnBookingTests {
    @Test("Every step is told at once, on both ways, with the booking as the API shows it")
    func steps() async throws {
        let room = try await LiveRoom()
        let socket = try await room.listen(room.reception.una)
        let stream = try await room.follow(room.reception.una)
        #expect(try await stream.hear().data["type"] == "ready")
        let yoga = try await room.reception.makeClass()
        let booking = try await room.reception.book(["class_id": .string(yoga)])
        for notice in [try await socket.hear(), try await stream.hear().data] {
            #expect(notice["type"] == "booking.placed")
            #expect(notice["booking_id"] == .string(booking))
        }
        #expect(try await room.reception.cancel(booking).status == 200)
        let shown = try #require(try await room.reception.see(booking))
        for notice in [try await socket.hear(), try await stream.hear().data] {
            #expect(notice["type"] == "booking.cancelled")
            #expect(notice["booking"] == shown)
        }
    }

    @Test("Nobody hears of the bookings of others")
    func others() async throws {
        let room = try await LiveRoom()
        let vic = try await room.listen(room.reception.vic)
        let yoga = try await room.reception.makeClass()
        _ = try await room.reception.book(["class_id": .string(yoga)])
        #expect(try await vic.isQuiet())
    }

    @Test("What the house cancels is told to everyone who had booked it")
    func withdrawn() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let people = [room.reception.una, room.reception.vic]
        for person in people {
            _ = try await room.reception.book(["session_id": .string(session)], as: person)
        }
        var ears: [SocketEar] = []
        for person in people { ears.append(try await room.listen(person)) }
        let answer = try await room.reception.house.ask(
            .post, "/sessions/\(session)/cancel", as: room.reception.fay)
        #expect(answer.status == 200)
        for ear in ears { #expect(try await ear.hear()["type"] == "booking.cancelled") }
    }

    @Test("What is deleted is told without the booking")
    func deleted() async throws {
        let room = try await LiveRoom()
        let yoga = try await room.reception.makeClass()
        let booking = try await room.reception.book(["class_id": .string(yoga)])
        let ear = try await room.listen(room.reception.una)
        let answer = try await room.reception.house.ask(
            .delete, "/bookings/\(booking)", as: room.reception.admin)
        try #require(answer.status == 204, "\(answer.text)")
        var notice = try await ear.hear()
        while notice["type"] != "booking.deleted" { notice = try await ear.hear() }
        #expect(notice["booking_id"] == .string(booking))
        #expect(notice["booking"] == nil)
    }
}
