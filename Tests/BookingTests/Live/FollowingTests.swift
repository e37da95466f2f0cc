import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Whoever follows the journal for those who listen")
struct FollowingTests {
    @Test("Is not there while nobody listens")
    func rests() async throws {
        let room = try await LiveRoom()
        let watch = room.reception.house.journal.watch
        #expect(watch.count == 0)
        let ear = try await room.listen(room.reception.una)
        #expect(try await LiveRoom.blocking { soon { watch.count == 1 } })
        ear.leave()
        #expect(try await LiveRoom.blocking { soon { watch.count == 0 && room.hub.count == 0 } })
    }

    @Test("Comes back with the next who listens, and tells what happens then")
    func returns() async throws {
        let room = try await LiveRoom()
        let yoga = try await room.reception.makeClass()
        for person in [room.reception.una, room.reception.vic, room.reception.admin] {
            let ear = try await room.listen(person)
            let booking = try await room.reception.book(["class_id": .string(yoga)], as: person)
            #expect(try await ear.hear()["booking_id"] == .string(booking))
            ear.leave()
            #expect(try await LiveRoom.blocking { soon { room.hub.count == 0 } })
        }
    }

    @Test("Tells those who come in the middle of everything nothing twice, and leaves nothing out")
    func joins() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession(seats: 1_000)
        let guests = try await room.people(40)
        async let booked = room.book(session, as: guests)
        var ears: [SocketEar] = []
        for _ in 1...8 { ears.append(try await room.listen(room.reception.fay)) }
        let ids = try await booked
        for ear in ears {
            var heard: [JSON?] = []
            for _ in ids { heard.append(try await ear.hear()["id"]) }
            #expect(heard == ids.map { .string($0) })
        }
        #expect(try await ears[0].isQuiet())
    }

    @Test("Tells on although the watch is closed, as it is before the server stops")
    func closedWatch() async throws {
        let room = try await LiveRoom()
        let ear = try await room.listen(room.reception.una)
        room.reception.house.journal.watch.close()
        let yoga = try await room.reception.makeClass()
        let booking = try await room.reception.book(["class_id": .string(yoga)])
        #expect(try await ear.hear()["booking_id"] == .string(booking))
    }

    @Test("What was read goes with the person, and is in what they may take along")
    func erased() async throws {
        let room = try await LiveRoom()
        let fay = room.reception.fay
        let session = try await room.reception.makeSession()
        let booking = try await room.reception.book(["session_id": .string(session)])
        let path = "POST /api/v1/notifications"
        #expect(try await room.ask("\(path)/\(booking)/read", as: fay).status == 204)
        let database = room.reception.house.database
        let held = try database.read(within: .seconds(5)) {
            try NoticeMarks.holdings(of: fay.id, $0)
        }
        #expect(held == ["read_up_to": .null, "read": [.string(booking)]])
        try await database.write { try NoticeMarks.delete(fay.id, in: $0) }
        let left = try database.read(within: .seconds(5)) {
            try $0.count("select count(*) from notice_read")
        }
        #expect(left == 0)
    }
}

extension LiveRoom {
    fileprivate func people(_ count: Int) async throws -> [Person] {
        var people: [Person] = []
        for number in 1...count {
            people.append(try await reception.house.person("guest\(number)"))
        }
        return people
    }

    /// One after the other, so that their order is known.
    fileprivate func book(_ session: String, as people: [Person]) async throws -> [String] {
        var ids: [String] = []
        for person in people {
            ids.append(try await reception.book(["session_id": .string(session)], as: person))
        }
        return ids
    }
}
