import Foundation
import Testing
import Time
import Workbench

@testable import Booking

@Suite("Mails about bookings")
struct BookingLetterTests {
    @Test(
        "Each says in its subject what it is about",
        arguments: [
            (MailKind.confirmation, "Booking Confirmation - Morning Yoga"),
            (.receipt, "Booking Received - Morning Yoga"),
            (.notice, "New Booking - Morning Yoga"),
            (.cancellation, "Booking Cancelled - Morning Yoga"),
            (.cancellationByHost, "Booking Cancelled - Morning Yoga"),
            (.cancellationOfAll, "Booking Cancelled - Morning Yoga"),
            (.cancellationNotice, "Booking Cancelled - Morning Yoga"),
            (.change, "Booking Changed - Morning Yoga"),
            (.changeNotice, "Booking Changed - Morning Yoga"),
            (.move, "New Time or Place - Morning Yoga"), (.reminder, "Reminder - Morning Yoga"),
        ])
    func subjects(kind: MailKind, subject: String) throws {
        #expect(try SampleMail(kind: kind).letter.subject == subject)
    }

    @Test(
        "A confirmation says what, when, where, with whom, what it costs, and that there is a file")
    func confirmation() throws {
        let mail = SampleMail(notes: "Bring a mat,\nplease", seats: 2)
        #expect(
            try mail.letter.text == """
                Hello Zoë Müller,

                Your booking is confirmed.

                Morning Yoga
                When: Thursday, 15 January 2026, 10:00–11:00 (Europe/Berlin)
                Where: Hall 2, Kastanienallee 7
                With: Asha Rao
                Places: 2
                Price: 50.00 EUR
                Notes:
                Bring a mat,
                please
                Booking number: 01890000-0000-7000-8000-000000000001

                With the attached file you can put it into your calendar.

                --
                Studio Roost sends you this because you have booked something.

                """)
    }

    @Test("The same in German")
    func german() throws {
        let text = try SampleMail(kind: .move, language: .de).letter.text
        #expect(text.contains("Hallo Zoë Müller,\n"))
        #expect(
            text.contains(
                "Neue Zeit: Donnerstag, 15. Januar 2026, 10:00–11:00 Uhr (Europe/Berlin)\n"))
        #expect(text.contains("Preis: 25,00 EUR\n"))
        #expect(
            try SampleMail(language: .de).letter.subject == "Buchungsbestätigung - Morning Yoga")
    }

    @Test("A host hears from whom a booking is, not what it costs, and gets nothing for a calendar")
    func notice() throws {
        let letter = try SampleMail(kind: .notice, notes: "I am new").letter
        #expect(letter.text.contains("There is a new booking from Zoë Müller."))
        #expect(letter.text.contains("Notes: I am new"))
        #expect(!letter.text.contains("Price") && !letter.text.contains("With:"))
        #expect(letter.invitation == nil)
    }

    @Test("Where nobody's name is known, a notice names nobody")
    func nobody() throws {
        let text = try SampleMail(kind: .notice, customer: nil).letter.text
        #expect(text.contains("There is a new booking.\n"))
    }

    @Test("To an address that nobody has verified go no words of others, and no name")
    func unknown() throws {
        for kind in MailKind.allCases {
            let mail = SampleMail(
                kind: kind, hostName: "Buy here", customer: "Cheap pills",
                notes: "http://spam.example",
                reason: "Click now", isKnown: false)
            let bytes = try mail.message.bytes
            for part in try #require(ReceivedLetter(bytes)).parts {
                let text = try #require(part.text)
                for words in ["Buy", "Cheap", "spam", "Click"] { #expect(!text.contains(words)) }
            }
            #expect(try mail.letter.recipient.name == nil)
        }
    }

    @Test("A cancellation says why, in the words of who did it")
    func reason() throws {
        let mail = SampleMail(kind: .cancellationByHost, reason: "I am ill")
        let text = try mail.letter.text
        #expect(text.contains("Your booking was cancelled by the organizer."))
        #expect(text.contains("Reason: I am ill"))
        #expect(try !SampleMail(kind: .move, reason: "x").letter.text.contains("Reason"))
    }

    @Test("Time of the house itself is called an appointment, in every language")
    func slot() throws {
        #expect(
            try SampleMail(isSlot: true).letter.subject == "Booking Confirmation - Appointment")
        let german = try SampleMail(language: .de, isSlot: true).letter
        #expect(german.subject == "Buchungsbestätigung - Termin")
        #expect(german.invitation?.entry.title == "Termin")
    }

    // MARK: Calendars

    private func calendar(_ mail: SampleMail) throws -> [String] {
        let parts = try #require(ReceivedLetter(try mail.message.bytes)).parts
        let part = try #require(parts.first { $0.type?.hasPrefix("text/calendar") ?? false })
        return try #require(part.text).replacing("\n ", with: "").split(separator: "\n").map(
            String.init)
    }

    @Test("A confirmation invites: calendars take it without asking whoever has booked")
    func invitation() throws {
        let lines = try calendar(SampleMail(notes: "a, b"))
        for line in [
            "METHOD:REQUEST", "UID:01890000-0000-7000-8000-000000000001", "SEQUENCE:6",
            "DTSTART:20260115T090000Z", "DTEND:20260115T100000Z", "SUMMARY:Morning Yoga",
            "STATUS:CONFIRMED", "DESCRIPTION:a\\, b",
            "ORGANIZER;CN=\"Studio Roost\":mailto:roost@studio.example",
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=\"Zoë Müller\":"
                + "mailto:zoe@example.com",
        ] {
            #expect(lines.contains(line), "\(line) in \(lines)")
        }
    }

    @Test("A cancellation takes it out of the calendar by the same id")
    func cancellation() throws {
        let lines = try calendar(SampleMail(kind: .cancellation))
        for line in [
            "METHOD:CANCEL", "UID:01890000-0000-7000-8000-000000000001", "STATUS:CANCELLED",
        ] {
            #expect(lines.contains(line))
        }
    }

    @Test("What still has to be confirmed comes into no calendar")
    func pending() throws {
        #expect(try SampleMail(kind: .receipt, state: .pending).letter.invitation == nil)
        #expect(try SampleMail(kind: .change, state: .pending).letter.invitation == nil)
    }

    @Test("The calendar comes as a part that says its method, and as a file with the same in it")
    func parts() throws {
        let letter = try #require(ReceivedLetter(try SampleMail().message.bytes))
        #expect(letter.field("Content-Type")?.hasPrefix("multipart/mixed;") == true)
        #expect(
            letter.parts.map(\.type) == [
                "text/plain; charset=utf-8", "text/html; charset=utf-8",
                "text/calendar; charset=utf-8; method=REQUEST",
                "application/ics; name=\"booking.ics\"",
            ])
        let texts = letter.parts.map(\.text)
        #expect(texts[2] != nil && texts[2] == texts[3])
    }

    // MARK: What people have written

    /// Names and notes that break mail programs, besides those of `HardStrings`.
    private static let hard =
        HardStrings.all + ["שלום עולם", "مرحبا \u{202E}evil", "𝕬𝖘𝖍𝖆 𓀀", "END:VCALENDAR\r\nBEGIN:X"]

    @Test(
        "No words of anybody make a header, a part, a tag or a line of a calendar", arguments: hard)
    func injection(text: String) throws {
        for kind in MailKind.allCases {
            let mail = SampleMail(
                kind: kind, title: text, location: text, hostName: text, customer: text,
                notes: text,
                reason: text)
            let letter = try #require(ReceivedLetter(try mail.message.bytes))
            #expect(
                letter.fields.count == 8
                    && letter.parts.count == (kind.calendarMethod == nil ? 2 : 4))
            for part in letter.parts { #expect(part.text != nil) }
            #expect(try mail.letter.html.contains("<script") == false)
            guard kind.calendarMethod != nil else { continue }
            let names = try calendar(mail).map { String($0.prefix { $0 != ":" && $0 != ";" }) }
            #expect(names.filter { $0 == "END" }.count == 2)
            #expect(Set(names).isSubset(of: Self.calendarNames), "\(names)")
        }
    }

    private static let calendarNames: Set = [
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "SEQUENCE", "DTSTAMP",
        "CREATED", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION",
        "ORGANIZER", "ATTENDEE", "STATUS", "TRANSP",
    ]

    @Test("A quotation mark in a name doesn't end it in a calendar")
    func quotation() throws {
        let lines = try calendar(SampleMail(customer: "A\";X=\"B"))
        #expect(lines.contains { $0.contains(";CN=\"A';X='B\":mailto:zoe@example.com") })
    }

    // MARK: Looking at them

    /// `make mails` looks at each as others see it.
    @Test(
        "Every mail in every language can be put into a folder to be looked at",
        .enabled(if: ProcessInfo.processInfo.environment["MAILS_FOLDER"] != nil))
    func samples() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["MAILS_FOLDER"])
        func put(_ letter: Letter, _ name: String) throws {
            let message = LetterMessage(
                letter, from: try SampleMail.house.sender, id: name,
                date: Instant(milliseconds: 1_768_000_000_000))
            let path = "\(folder)/\(letter.language.rawValue)-\(name).eml"
            try Data(message.bytes).write(to: URL(fileURLWithPath: path))
        }
        for language in Language.allCases {
            for kind in MailKind.allCases {
                let mail = SampleMail(
                    kind: kind, notes: "It is my first time,\nso I may be slow.",
                    reason: "I am ill.",
                    state: kind == .receipt ? .pending : .confirmed, seats: 2, language: language)
                try put(try mail.letter, "\(kind)")
            }
            for kind in AccountLetter.Kind.allCases {
                let letter = AccountLetter(
                    kind: kind, address: "zoe@example.com", name: "Zoë Müller", language: language,
                    token: "kQ2vJ8Zr1x0uQb6lq4o3H7Yt5cWmNsPaEiGfUdTzXyA", end: nil)
                try put(try #require(letter.letter(from: try SampleMail.house)), "\(kind)")
            }
        }
    }
}
