import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Notices to those who lead")
struct HostNoticeTests {
    private static let list = "/api/v1/notifications"

    private func notices(
        _ room: LiveRoom, _ query: String = "", as person: Person? = nil
    ) async throws -> [JSON] {
        let answer = try await room.ask(
            "GET \(HostNoticeTests.list)\(query)", as: person ?? room.reception.fay)
        guard case .array(let all)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return all
    }

    @Test("A new booking is told at once, with who has booked what")
    func atOnce() async throws {
        let room = try await LiveRoom()
        let ear = try await room.listen(room.reception.fay)
        let session = try await room.reception.makeSession()
        let booking = try await room.reception.book(["session_id": .string(session)])
        let notice = try await ear.hear()
        #expect(notice["type"] == "new_booking")
        #expect(notice["id"] == .string(booking))
        #expect(notice["booking_id"] == .string(booking))
        #expect(notice["message"] == "New booking from una for Meditation")
        #expect(notice["user"]?["email"] == "una@example.com")
        #expect(notice["session"]?["id"] == .string(session))
        #expect(notice["session"]?["title"] == "Meditation")
        #expect(notice["session"]?["start_time"] == "2026-02-01T10:00:00.000Z")
        #expect(notice["timestamp"] != nil)
        #expect(notice["read"] == .bool(false))
    }

    @Test("What is pushed is what the list shows")
    func same() async throws {
        let room = try await LiveRoom()
        let ear = try await room.listen(room.reception.asha)
        let yoga = try await room.reception.makeClass()
        _ = try await room.reception.book(["class_id": .string(yoga)])
        let pushed = try await ear.hear()
        #expect(try await notices(room, as: room.reception.asha) == [pushed])
    }

    @Test(
        "What happened while nobody listened is sent on connecting, the oldest in front, until it is read"
    )
    func kept() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let first = try await room.reception.book(["session_id": .string(session)])
        let second = try await room.reception.book(
            ["session_id": .string(session)], as: room.reception.vic)
        for _ in 1...2 {
            let ear = try await room.listen(room.reception.fay)
            #expect(try await ear.hear()["id"] == .string(first))
            #expect(try await ear.hear()["id"] == .string(second))
            ear.leave()
        }
        let read = try await room.ask(
            "POST \(HostNoticeTests.list)/\(first)/read", as: room.reception.fay)
        #expect(read.status == 204)
        let ear = try await room.listen(room.reception.fay)
        #expect(try await ear.hear()["id"] == .string(second))
    }

    @Test("Many that were missed come in pages, and what happens meanwhile behind them, each once")
    func many() async throws {
        let room = try await LiveRoom()
        let event = try await room.reception.makeEvent(seats: 200)
        // An event is the admin's who made it, or nobody's.
        let session = try await room.reception.makeSession(seats: 200)
        _ = event
        var ids: [JSON?] = []
        for number in 1...90 {
            let person = try await room.reception.house.person("p\(number)")
            ids.append(
                .string(try await room.reception.book(["session_id": .string(session)], as: person))
            )
        }
        let ear = try await room.listen(room.reception.fay)
        ids.append(.string(try await room.reception.book(["session_id": .string(session)])))
        var heard: [JSON?] = []
        for _ in ids { heard.append(try await ear.hear()["id"]) }
        #expect(heard == ids)
        #expect(try await ear.isQuiet())
    }

    @Test("The list is in pages, the newest in front, and can be that of the unread alone")
    func lists() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let first = try await room.reception.book(["session_id": .string(session)])
        let second = try await room.reception.book(
            ["session_id": .string(session)], as: room.reception.vic)
        #expect(try await notices(room).map { $0["id"] } == [.string(second), .string(first)])
        #expect(try await notices(room, "?limit=1&page=2").map { $0["id"] } == [.string(first)])
        _ = try await room.ask(
            "POST \(HostNoticeTests.list)/\(second)/read", as: room.reception.fay)
        #expect(try await notices(room, "?unread=true").map { $0["id"] } == [.string(first)])
        #expect(try await notices(room, "?unread=false").map { $0["id"] } == [.string(second)])
        let all = try await room.ask("GET \(HostNoticeTests.list)", as: room.reception.fay)
        #expect(all["X-Total-Count"] == "2")
        #expect(try await notices(room, as: room.reception.una) == [])
    }

    @Test("One reads one's own only, and again is no error")
    func others() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let booking = try await room.reception.book(["session_id": .string(session)])
        let path = "POST \(HostNoticeTests.list)/\(booking)/read"
        for person in [room.reception.una, room.reception.asha, room.reception.admin] {
            #expect(try await room.ask(path, as: person).status == 404)
        }
        #expect(try await room.ask(path, as: nil).status == 401)
        for _ in 1...2 { #expect(try await room.ask(path, as: room.reception.fay).status == 204) }
        let unknown = "POST \(HostNoticeTests.list)/0198c0de-0000-7000-8000-000000000000/read"
        #expect(try await room.ask(unknown, as: room.reception.fay).status == 404)
    }

    @Test("All up to one are read at once, and none behind it")
    func upTo() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let people = [room.reception.una, room.reception.vic, room.reception.asha]
        var ids: [String] = []
        for person in people {
            ids.append(try await room.reception.book(["session_id": .string(session)], as: person))
        }
        let answer = try await room.ask(
            "POST \(HostNoticeTests.list)/read", as: room.reception.fay,
            body: #"{"up_to":"\#(ids[1])"}"#)
        #expect(answer.status == 204)
        #expect(try await notices(room, "?unread=true").map { $0["id"] } == [.string(ids[2])])
    }

    @Test("What is cancelled is no news any more")
    func cancelled() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        let booking = try await room.reception.book(["session_id": .string(session)])
        #expect(try await room.reception.cancel(booking).status == 200)
        #expect(try await notices(room) == [])
    }

    @Test("What began over 30 days ago is not told of any more")
    func old() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        _ = try await room.reception.book(["session_id": .string(session)])
        room.reception.house.clock.move(46 * 86_400)
        let fay = try await room.reception.house.signIn("fay")
        #expect(try await notices(room, as: fay).count == 1)
        room.reception.house.clock.move(2 * 86_400)
        let later = try await room.reception.house.signIn("fay")
        #expect(try await notices(room, as: later) == [])
    }

    @Test("Whoever has left has no name in it")
    func erased() async throws {
        let room = try await LiveRoom()
        let session = try await room.reception.makeSession()
        _ = try await room.reception.book(["session_id": .string(session)])
        room.reception.moveClock(minutesBehindTen: 120)
        let una = try await room.reception.house.signIn("una")
        #expect(
            try await room.reception.house.ask(.delete, "/users/\(una.id)", as: una).status == 204)
        let fay = try await room.reception.house.signIn("fay")
        for notice in try await notices(room, as: fay) {
            #expect(notice["user"]?["name"] == "")
            #expect(notice["user"]?["email"] == "")
            #expect(notice["message"] == "New booking from somebody who has left for Meditation")
        }
    }
}
