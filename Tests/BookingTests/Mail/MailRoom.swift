import JSON
import Outbound
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// A reception whose mails go to a mail server of the test's.
final class MailRoom: Sendable {
    let reception: Reception
    let server: RawMailServer
    let lane: Lane
    private let client: SMTPClient

    var house: House { reception.house }

    /// Everybody's address is verified unless it is said otherwise, and no letters about that wait.
    init(
        isVerified: Bool = true, scope: MailScope = .bookings,
        _ reply: @escaping @Sendable (RawMailServer.Said) -> RawMailServer.Reply = { _ in .usual }
    ) async throws {
        reception = try await Reception()
        server = try RawMailServer(reply)
        client = SMTPClient(
            SMTPServer(host: "127.0.0.1", port: Int(server.port), ownName: "example.com"))
        let house = reception.house
        lane = Lane(
            try MailRoom.mail(of: house, to: .server(client)).channel(scope),
            at: house.notices.desk)
        try await house.database.write { tx in
            try tx.run("delete from delivery")
            if isVerified { try tx.run("update profile set email_verified_at = 1") }
            try LaneStore.open("mail", in: tx)
        }
    }

    deinit {
        client.stop()
        server.stop()
    }

    static func mail(
        of house: House, seal: LetterSeal? = nil, to route: MailRoute
    ) throws -> MailChannel {
        let zones = ZoneTable()
        return MailChannel(
            house.mailHouse, zones: zones, usual: try zones.zone(named: "Asia/Kolkata"),
            database: house.database, clock: house.clock.clock, seal: seal ?? house.seal, to: route)
    }

    /// Plans and sends until nothing is left that is due.
    func settle() async throws {
        while try await lane.turn().isOfMore {}
    }

    /// All that was sent.
    var letters: [ReceivedLetter] {
        server.mails.compactMap { mail in
            let lines = mail.lines.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
            return ReceivedLetter(Array(lines.map { $0 + "\r\n" }.joined().utf8))
        }
    }

    /// To whom what was sent, in the order of the names: `una: Booking Confirmation - Yoga`.
    func sent() async throws -> [String] {
        try await settle()
        return letters.map { letter in
            let to = letter.field("To").flatMap { $0.split(separator: "<").last } ?? ""
            let subject = letter.field("Subject").flatMap(ReceivedWords.text) ?? ""
            return "\(to.prefix { $0 != "@" }): \(subject)"
        }.sorted()
    }

    /// The same, of what is done from here on.
    func sent(by act: () async throws -> Void) async throws -> [String] {
        let before = try await sent()
        try await act()
        var new = try await sent()
        for one in before {
            if let index = new.firstIndex(of: one) { new.remove(at: index) }
        }
        return new
    }

    func deliveries() throws -> [Delivery] {
        let search = DeliverySearch(
            state: nil, channel: "mail", bookingID: nil,
            page: .init(number: 1, limit: 100, isEnveloped: false))
        return try house.database.read(within: .seconds(5)) {
            try DeliveryStore.deliveries(search, $0)
        }.reversed()
    }

    func bookClass(as person: Person? = nil) async throws -> (offer: String, booking: String) {
        let yoga = try await reception.makeClass()
        return (yoga, try await reception.book(["class_id": .string(yoga)], as: person))
    }

    func appointment() async throws -> String {
        let answer = try await reception.appointment(try await reception.makeService(), "10:00")
        guard case .string(let id)? = answer.json?["id"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return id
    }
}
