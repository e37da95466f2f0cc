import SQLite
import Time

/// Finds what a mail about a booking says, in one state of the database.
struct BookingLetters: Sendable {
    let house: MailHouse
    let zones: ZoneTable
    /// Where the house is.
    let usual: Zone

    /// The mail; nil where there is nothing to tell any more: the booking or the person is gone, or something else
    /// has happened since.
    func letter(
        _ kind: MailKind, of booking: String, to account: String, at now: Instant, _ reader: Reader
    ) throws -> Letter? {
        guard let view = try BookingViews.view(booking, reader), isStill(kind, view, now),
            let user = try UserStore.user(account, reader), let recipient = MailRecipient(user),
            isMeant(account, kind, view)
        else { return nil }
        return BookingLetter(
            kind: kind, view: view, time: try time(of: view, reader), recipient: recipient,
            house: house
        ).letter
    }

    /// Whether it is still as the mail would say.
    private func isStill(_ kind: MailKind, _ view: BookingView, _ now: Instant) -> Bool {
        let booking = view.booking
        if kind.isOfEnd { return booking.state == .cancelled }
        if kind.isForBeforehand, booking.hasBegun(at: now) { return false }
        return kind == .receipt ? booking.state == .pending : booking.state != .cancelled
    }

    /// Another may lead it by now.
    private func isMeant(_ account: String, _ kind: MailKind, _ view: BookingView) -> Bool {
        kind.isForHost ? view.item?.host == account : view.booking.user == account
    }

    /// What takes place shows what was promised when it was set; time is shown by the clocks of the service.
    private func time(of view: BookingView, _ reader: Reader) throws -> LetterTime {
        let zone = try zone(of: view, reader)
        return LetterTime(
            from: view.item?.local ?? zone.local(at: view.booking.start),
            to: view.booking.end.map(zone.local), in: zone.name)
    }

    private func zone(of view: BookingView, _ reader: Reader) throws -> Zone {
        var name = view.item?.timezone
        if view.booking.kind == .service, let id = view.item?.id {
            name = try ServiceStore.service(id, reader)?.facts.timing.hours?.timezone
        }
        return name.flatMap(zones.find) ?? usual
    }
}
