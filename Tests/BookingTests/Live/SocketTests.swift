import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The socket of notices")
struct SocketTests {
    @Test("It is ready for who says who they are in the first message")
    func firstMessage() async throws {
        let room = try await LiveRoom()
        let ear = try await room.open()
        try ear.say(#"{"type":"auth","token":"\#(room.reception.una.token)"}"#)
        #expect(try await ear.next() == .text(#"{"type":"ready"}"#))
    }

    @Test(
        "Anything else as the first message closes it with 4401",
        arguments: [
            "hello", "{}", #"{"type":"auth"}"#, #"{"type":"auth","token":"x"}"#,
            #"{"type":"auth","token":7}"#, #"["auth"]"#, "",
        ])
    func badFirstMessage(text: String) async throws {
        let room = try await LiveRoom()
        let ear = try await room.open()
        try ear.say(text)
        #expect(try await ear.next() == .close(4_401))
    }

    @Test("Who says nothing for ten seconds is let go with 4401")
    func silence() async throws {
        let room = try await LiveRoom()
        let ear = try await room.open()
        room.reception.house.clock.move(11)
        #expect(try await ear.next() == .close(4_401))
    }

    @Test("A header field says it too, and a bad one is refused before anything is opened")
    func headerField() async throws {
        let room = try await LiveRoom()
        _ = try await room.listen(room.reception.una)
        let answer = try await room.ask(
            "GET \(LiveRoom.socket)", as: nil, ["Authorization: Bearer nonsense"])
        #expect(room.reception.house.outcome(answer) == "401 invalid_token")
    }

    @Test("A ticket opens it once")
    func ticket() async throws {
        let room = try await LiveRoom()
        let ticket = try await room.ticket(room.reception.una)
        let path = LiveRoom.socket + "?access_token=\(ticket)"
        let ear = try await room.open(path)
        #expect(try await ear.next() == .text(#"{"type":"ready"}"#))
        let again = try await room.ask("GET \(path)", as: nil)
        #expect(room.reception.house.outcome(again) == "401 invalid_token")
    }

    @Test("A ticket is good for a minute, and says so")
    func ticketTime() async throws {
        let room = try await LiveRoom()
        let answer = try await room.ask(
            "POST /api/v1/notifications/ticket", as: room.reception.una)
        #expect(answer.json?["expires_in"] == .integer(60))
        let ticket = try await room.ticket(room.reception.una)
        room.reception.house.clock.move(60)
        let late = try await room.ask("GET \(LiveRoom.socket)?access_token=\(ticket)", as: nil)
        #expect(room.reception.house.outcome(late) == "401 invalid_token")
    }

    @Test("An access token is no ticket, and a ticket no access token")
    func otherDoors() async throws {
        let room = try await LiveRoom()
        let una = room.reception.una
        let byToken = try await room.ask(
            "GET \(LiveRoom.socket)?access_token=\(una.token)", as: nil)
        #expect(byToken.status == 401 || byToken.status == 422)
        let ticket = try await room.ticket(una)
        let byTicket = try await room.ask(
            "GET /api/v1/notifications", as: nil, ["Authorization: Bearer \(ticket)"])
        #expect(byTicket.status == 401)
    }

    @Test("A page of a foreign origin can't use a ticket; its own and the allowed can")
    func origins() async throws {
        let room = try await LiveRoom(allowOrigin: .oneOf(["https://app.example"]))
        let una = room.reception.una
        for origin in ["https://evil.example", "null"] {
            let ticket = try await room.ticket(una)
            let answer = try await room.ask(
                "GET \(LiveRoom.socket)?access_token=\(ticket)", as: nil, ["Origin: \(origin)"])
            #expect(room.reception.house.outcome(answer) == "403 origin_not_allowed")
        }
        for origin in ["https://app.example", "http://roost.test", "https://roost.test"] {
            let ticket = try await room.ticket(una)
            let ear = try await room.open(
                LiveRoom.socket + "?access_token=\(ticket)", ["Origin: \(origin)"])
            #expect(try await ear.next() == .text(#"{"type":"ready"}"#))
        }
    }

    @Test("A request that opens no WebSocket is told what is spoken here")
    func plainRequest() async throws {
        let room = try await LiveRoom()
        let plain = try await room.ask("GET \(LiveRoom.socket)", as: room.reception.una)
        #expect(room.reception.house.outcome(plain) == "426 upgrade_required")
        #expect(plain["Upgrade"] == "websocket")
        #expect(plain["Sec-WebSocket-Version"] == "13")
        let old = try await room.ask(
            "GET \(LiveRoom.socket)", as: nil,
            [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 8",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            ])
        #expect(old.status == 426)
        let keyless = try await room.ask(
            "GET \(LiveRoom.socket)", as: nil,
            ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"])
        #expect(room.reception.house.outcome(keyless) == "400 bad_web_socket")
    }

    @Test("It ends with 4401 when the token does, unless a newer one has come")
    func expiry() async throws {
        let room = try await LiveRoom()
        let (una, vic) = (room.reception.una, room.reception.vic)
        let (ears, renewed) = (try await room.listen(una), try await room.listen(vic))
        room.reception.house.clock.move(1_000)
        let newer = try await room.reception.house.signIn("vic")
        try renewed.say(#"{"type":"auth","token":"\#(newer.token)"}"#)
        #expect(try await renewed.next() == .text(#"{"type":"ready"}"#))
        room.reception.house.clock.move(801)
        #expect(try await ears.next() == .close(4_401))
        #expect(try await renewed.isQuiet())
    }

    @Test("A newer token of somebody else ends it")
    func otherAccount() async throws {
        let room = try await LiveRoom()
        let ear = try await room.listen(room.reception.una)
        try ear.say(#"{"type":"auth","token":"\#(room.reception.vic.token)"}"#)
        #expect(try await ear.next() == .close(4_401))
    }

    @Test("Whoever is suspended hears no more within a second; others do")
    func suspended() async throws {
        let room = try await LiveRoom()
        let (una, vic) = (
            try await room.listen(room.reception.una), try await room.listen(room.reception.vic)
        )
        let answer = try await room.reception.house.ask(
            .patch, "/users/\(room.reception.una.id)", ["status": "suspended"],
            as: room.reception.admin)
        #expect(answer.status == 200)
        #expect(try await una.next() == .close(4_401))
        #expect(try await vic.isQuiet())
    }

    @Test("Whoever signs out hears no more")
    func signedOut() async throws {
        let room = try await LiveRoom()
        let ear = try await room.listen(room.reception.una)
        let answer = try await room.reception.house.ask(
            .post, "/auth/logout", as: room.reception.una)
        #expect(answer.status == 200)
        #expect(try await ear.next() == .close(4_401))
    }

    @Test("Somebody may listen ten times, and again when one of these has ended")
    func tenTimes() async throws {
        let room = try await LiveRoom()
        let una = room.reception.una
        var ears: [SocketEar] = []
        for _ in 1...10 { ears.append(try await room.listen(una)) }
        let refused = try await room.ask("GET \(LiveRoom.stream)", as: una)
        #expect(room.reception.house.outcome(refused) == "429 too_many_listeners")
        let late = try await room.open()
        try late.say(#"{"type":"auth","token":"\#(una.token)"}"#)
        #expect(try await late.next() == .close(1_013))
        ears.first?.leave()
        #expect(try await LiveRoom.blocking { soon { room.hub.count == 9 } })
        _ = try await room.listen(una)
        _ = try await room.listen(room.reception.vic)
    }

    @Test("There is an end to how many may listen in all")
    func all() async throws {
        let room = try await LiveRoom(atMost: 2)
        let ears = [
            try await room.listen(room.reception.una), try await room.listen(room.reception.vic),
        ]
        let refused = try await room.ask("GET \(LiveRoom.stream)", as: room.reception.fay)
        #expect(refused.status == 429)
        withExtendedLifetime(ears) {}
    }

    @Test("A client that talks without end is let go")
    func flood() async throws {
        let room = try await LiveRoom()
        let ear = try await room.listen(room.reception.una)
        for _ in 1...100 { try? ear.say("chatter") }
        #expect(try await ear.next() == .close(1_008))
    }
}
