import SQLite
import Time

/// Tells people by mail: of their bookings, and of what concerns their accounts.
package struct MailChannel: Sendable {
    static let name = "mail"
    /// A mail is read from a handful of rows.
    private static let readingTime = Duration.seconds(5)

    private let database: Database
    private let clock: Clock
    private let letters: BookingLetters
    private let seal: LetterSeal
    private let route: MailRoute

    /// `usual` is where the house is.
    package init(
        _ house: MailHouse, zones: ZoneTable, usual: Zone, database: Database, clock: Clock,
        seal: LetterSeal, to route: MailRoute
    ) {
        self.database = database
        self.clock = clock
        self.seal = seal
        self.route = route
        letters = BookingLetters(house: house, zones: zones, usual: usual)
    }

    package func channel(_ scope: MailScope) -> Channel {
        let planning = MailPlanning(scope: scope)
        return Channel(
            MailChannel.name, kinds: planning.kinds,
            plan: { try planning.plans(for: $0, after: $1, $2) }, send: { await send($0) })
    }

    func send(_ delivery: Delivery) async -> Outcome {
        do {
            guard let letter = try letter(of: delivery) else { return .obsolete }
            return await route.send(
                LetterMessage(letter, from: letters.house.sender, id: delivery.id, date: clock.now))
        } catch let fault as UnsendableMail {
            return .refused(fault.reason)
        } catch {
            return .failed("the mail can't be written: \(error)")
        }
    }

    /// What it says as things stand now; nil where that is nothing any more.
    func letter(of delivery: Delivery) throws -> Letter? {
        let now = clock.now
        if let sealed = delivery.letter {
            guard let letter = try seal.open(sealed) else {
                throw UnsendableMail("the letter was closed with another secret")
            }
            return letter.isUseful(at: now) ? letter.letter(from: letters.house) : nil
        }
        let user = delivery.target.split(separator: "/", omittingEmptySubsequences: false)
        guard let kind = MailKind(rawValue: delivery.kind), user.count == 2, user[0] == "user",
            let booking = delivery.bookingID
        else { throw UnsendableMail("this server knows no such mail") }
        return try database.read(within: MailChannel.readingTime) {
            try letters.letter(kind, of: booking, to: String(user[1]), at: now, $0)
        }
    }
}

/// A mail that will never be written, whenever it is tried.
private struct UnsendableMail: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
