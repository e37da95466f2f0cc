import JSON
import Posix
import Testing
import Web
import Workbench

@testable import Booking

@Suite("The mail channel")
struct MailChannelTests {
    @Test("What a server refuses for good is given up at once, with what it said")
    func refused() async throws {
        let room = try await MailRoom { said in
            said.line.contains("una@") ? .line("550 5.1.1 <una@example.com>: no such user") : .usual
        }
        _ = try await room.bookClass()
        #expect(try await room.sent() == ["asha: New Booking - Yoga"])
        let dead = try #require(try room.deliveries().first { $0.state == .dead })
        #expect(dead.kind == "booking.confirmation" && dead.attempts == 1)
        let log = try room.house.database.read(within: .seconds(5)) {
            try AttemptStore.attempts(of: dead.number, $0)
        }
        #expect(log.first?.status == 550)
        #expect(
            log.first?.answer.map { String(decoding: $0, as: UTF8.self) }
                == "550 5.1.1 <…>: no such user")
    }

    @Test("What it refuses for now is sent later, under the same id")
    func later() async throws {
        let count = Tally()
        let room = try await MailRoom { said in
            guard said.line == "." else { return .usual }
            count.add(1)
            return count.value <= 2 ? .line("451 greylisted") : .usual
        }
        _ = try await room.bookClass()
        try await room.settle()
        #expect(try room.deliveries().map(\.state) == [.pending, .pending])
        room.house.clock.move(60)
        try await room.settle()
        #expect(try room.deliveries().map(\.state) == [.delivered, .delivered])
        let ids = room.letters.compactMap { $0.field("Message-ID") }
        #expect(ids.count == 4 && Set(ids).count == 2)
    }

    @Test("A server that takes nothing at all is left alone")
    func away() async throws {
        let room = try await MailRoom { $0.line.isEmpty ? .line("421 busy") : .usual }
        for _ in 0..<3 { _ = try await room.bookClass() }
        try await room.settle()
        #expect(!room.lane.isOpen)
    }

    // MARK: Letters about accounts

    @Test("A letter with a token waits in the database, closed, and is sent from there once")
    func sealed() async throws {
        let room = try await MailRoom()
        await room.house.users.recover("una@example.com")
        let sealed = try #require(try room.deliveries().first?.letter)
        let code = try room.house.code(inLetterTo: "una")
        let raw = String(decoding: sealed, as: UTF8.self)
        #expect(!raw.contains("una") && !raw.contains(code))
        #expect(try await room.sent() == ["una: Set a new password"])
        #expect(room.letters.first?.parts.first?.text?.contains(code) == true)
        #expect(try room.deliveries().first?.letter == nil)
    }

    @Test("A server with another secret gives it up")
    func otherSecret() async throws {
        let room = try await MailRoom()
        await room.house.users.recover("una@example.com")
        let delivery = try #require(try room.deliveries().first)
        let other = try MailRoom.mail(
            of: room.house, seal: LetterSeal(key: Array("another".utf8)),
            to: .folder(LetterFolder("\(room.house.folder.path)/mail"), nil))
        guard case .refused(let reason, _) = await other.send(delivery) else {
            Issue.record("it didn't")
            return
        }
        #expect(reason.contains("another secret"))
    }

    @Test("A letter whose token opens nothing any more isn't sent")
    func tooLate() async throws {
        let room = try await MailRoom()
        await room.house.users.recover("una@example.com")
        room.house.clock.move(3_601)
        #expect(try await room.sent() == [])
        #expect(try room.deliveries() == [])
    }

    @Test("Who leaves for good gets none of the letters that wait")
    func gone() async throws {
        let room = try await MailRoom()
        await room.house.users.recover("una@example.com")
        _ = try await room.house.ask(
            .delete, "/me", ["password": .string(Person.password)], as: room.reception.una)
        #expect(try room.deliveries() == [])
    }

    // MARK: Scopes and folders

    @Test("Where another program tells of new bookings, the rest is told still")
    func otherProgram() async throws {
        let room = try await MailRoom(scope: .bookingsButNewOnes)
        let (_, id) = try await room.bookClass()
        #expect(try await room.sent() == [])
        let sent = try await room.sent { _ = try await room.reception.cancel(id) }
        #expect(sent.count == 2)
    }

    @Test("Without a server for mails nothing is planned about bookings")
    func nothing() async throws {
        let room = try await MailRoom(scope: .nothing)
        _ = try await room.bookClass()
        await room.house.users.recover("una@example.com")
        #expect(try await room.sent() == ["una: Set a new password"])
    }

    @Test("Into a folder, each letter is a file, and the log says where")
    func folder() async throws {
        let house = try await House()
        try await house.person("una")
        let mail = try MailRoom.mail(
            of: house,
            to: .folder(
                LetterFolder("\(house.folder.path)/mail", .inMemory),
                Log(.info, clock: .system) { house.logged.add(String(decoding: $0, as: UTF8.self)) }
            ))
        let delivery = try house.database.read(within: .seconds(5)) { reader in
            try reader.first(
                "select \(DeliveryStore.columns) from delivery", DeliveryStore.delivery)
        }
        guard case .delivered = await mail.send(try #require(delivery)) else {
            Issue.record("it wasn't written")
            return
        }
        let name = try #require(try Folder("\(house.folder.path)/mail").names().first)
        #expect(name.hasSuffix("-\(delivery?.id ?? "").eml"))
        #expect(house.logged.all.contains { $0.contains("letter written") && $0.contains(name) })
    }

    @Test("A kind of mail that nobody knows is given up")
    func unknown() async throws {
        let room = try await MailRoom()
        try await room.house.database.write { tx in
            for (kind, target) in [("x", "user/1"), ("booking.change", "somebody")] {
                _ = try room.house.notices.post(
                    Plan(kind, to: target, bookingID: "1"), by: "mail", in: tx)
            }
        }
        try await room.settle()
        #expect(try room.deliveries().map(\.state) == [.dead, .dead])
    }
}
