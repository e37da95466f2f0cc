import Time

/// A mail about a booking: what it says to whom, from what stands in the tables.
struct BookingLetter {
    let kind: MailKind
    let view: BookingView
    let time: LetterTime
    let recipient: MailRecipient
    let house: MailHouse

    private var wording: Wording { house.wordings[recipient.language] }

    var letter: Letter {
        Letter(
            to: recipient.mailbox, subject: wording(kind.subject, ["title": title]),
            in: wording.language, paragraphs,
            foot: wording(
                kind.isForHost ? .footOfHost : .footOfCustomer, ["house": house.name]),
            invitation: invitation)
    }

    private var title: String {
        WrittenText.line(view.item?.title ?? wording(.appointment))
    }

    private var paragraphs: [LetterParagraph] {
        [recipient.greeting(wording), .text(lead), .facts(title, facts)] + calendarHint
    }

    /// Other people's words go to known addresses only.
    private var lead: String {
        let customer = WrittenText.line(view.clientName)
        guard kind.isForHost, recipient.isKnown, !customer.isEmpty else {
            return wording(kind.lead.unnamed)
        }
        return wording(kind.lead.named, ["customer": customer])
    }

    private var calendarHint: [LetterParagraph] {
        switch invitation?.method {
        case .request: [.text(wording(.calendar))]
        case .cancel: [.text(wording(.calendarCancelled))]
        case nil: []
        }
    }

    // MARK: Facts

    private var facts: [LetterFact] {
        let isNew = kind.subject == .changeSubject || kind.subject == .moveSubject
        let booking = view.booking
        return [
            fact(isNew ? .whenNow : .when, wording.span(time)),
            fact(.place, view.item?.location.map(WrittenText.line)),
            kind.isForHost ? nil : known(.leader, WrittenText.line(view.item?.hostName ?? "")),
            booking.seats > 1 ? fact(.seats, "\(booking.seats)") : nil,
            price,
            known(.notes, view.note.notes.map(WrittenText.apart)),
            kind.isOfEnd ? known(.reason, view.note.reason.map(WrittenText.apart)) : nil,
            fact(.number, booking.id),
        ].compactMap(\.self)
    }

    /// A host knows it.
    private var price: LetterFact? {
        let booking = view.booking
        let (sum, isTooLarge) = booking.price.multipliedReportingOverflow(by: booking.seats)
        guard !kind.isForHost, !kind.isOfEnd, sum > 0, !isTooLarge else { return nil }
        return fact(.price, wording.money(sum, booking.currency))
    }

    private func known(_ name: Phrase, _ value: String?) -> LetterFact? {
        recipient.isKnown ? fact(name, value) : nil
    }

    private func fact(_ name: Phrase, _ value: String?) -> LetterFact? {
        guard let value, value.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { return nil }
        return LetterFact(wording(name), value)
    }

    // MARK: The calendar

    /// What still has to be confirmed comes into no calendar by itself.
    private var invitation: LetterInvitation? {
        guard let method = kind.calendarMethod,
            method == .cancel || view.booking.state == .confirmed
        else { return nil }
        var entry = CalendarEntry(view, calling: wording(.appointment))
        entry.organizer = CalendarPerson(house.sender)
        entry.attendee = CalendarPerson(recipient.mailbox)
        if !recipient.isKnown { entry.notes = nil }
        return LetterInvitation(method: method, entry: entry)
    }
}
