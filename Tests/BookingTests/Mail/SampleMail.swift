import Testing
import Time

@testable import Booking

/// A mail about a booking of places at a yoga class in Berlin, of which a test changes what it is about.
struct SampleMail {
    var kind = MailKind.confirmation
    var title = "Morning Yoga"
    var location: String? = "Hall 2, Kastanienallee 7"
    var hostName = "Asha Rao"
    var customer: String? = "Zoë Müller"
    var notes: String?
    var reason: String?
    var state = BookingState.confirmed
    var seats = 1
    var price = 2_500
    var isKnown = true
    var language = Language.en
    var isSlot = false

    static let start = Instant(milliseconds: 1_768_467_600_000)

    var letter: Letter {
        get throws {
            let address = kind.isForHost ? "asha@example.com" : "zoe@example.com"
            let name = kind.isForHost ? hostName : customer
            let mailbox = try #require(Mailbox(address, name: isKnown ? name : nil))
            return BookingLetter(
                kind: kind, view: view,
                time: LetterTime(
                    from: LocalTime(CivilDate(year: 2026, month: 1, day: 15), try clock(10)),
                    to: LocalTime(CivilDate(year: 2026, month: 1, day: 15), try clock(11)),
                    in: "Europe/Berlin"),
                recipient: MailRecipient(mailbox, isKnown: isKnown, language: language),
                house: try SampleMail.house
            ).letter
        }
    }

    private func clock(_ hour: Int) throws -> TimeOfDay {
        try #require(TimeOfDay(hour: hour, minute: 0))
    }

    static var house: MailHouse {
        get throws {
            MailHouse(
                sender: try #require(Mailbox("roost@studio.example", name: "Studio Roost")),
                publicURL: "https://studio.example", wordings: try Wordings(usual: .en))
        }
    }

    var message: LetterMessage {
        get throws {
            LetterMessage(
                try letter, from: try SampleMail.house.sender, id: "0197-a",
                date: Instant(milliseconds: 1_768_000_000_000))
        }
    }

    private var view: BookingView {
        let start = SampleMail.start
        return BookingView(
            booking: Booking(
                id: "01890000-0000-7000-8000-000000000001", number: 7,
                kind: isSlot ? .slot : .class, state: kind.isOfEnd ? .cancelled : state,
                user: "u", seats: seats,
                times: BookingTimes(
                    start: start, end: start + .seconds(3_600), claimedUntil: nil),
                price: price, currency: "EUR", createdAt: start - .seconds(90_000),
                updatedAt: start - .seconds(80_000), version: 2),
            item: isSlot ? nil : item,
            note: BookingNote(notes: notes, reason: reason),
            customer: BookingView.Customer(name: customer, email: "zoe@example.com"))
    }

    private var item: BookingView.Item {
        BookingView.Item(
            id: "c", title: title, location: location, local: nil, timezone: "Europe/Berlin",
            host: "h", hostName: hostName, free: 3, version: 4)
    }
}
