import Time

/// A booking as a calendar shows it (RFC 5545 section 3.6.1).
struct CalendarEntry: Equatable, Sendable {
    enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// The same for ever: by this a calendar knows which of its entries has changed.
    let id: String
    /// Never falls, and rises with each change.
    let sequence: Int
    let createdAt: Instant
    let updatedAt: Instant
    let start: Instant
    let end: Instant?
    let title: String
    let location: String?
    var notes: String?
    let status: Status
    /// Who invites, and who is invited, where it comes by mail (RFC 5546 section 3.2.2).
    var organizer: CalendarPerson?
    var attendee: CalendarPerson?

    /// `appointment` is what time of the house itself is called.
    init(_ view: BookingView, calling appointment: String = "Appointment") {
        let booking = view.booking
        id = booking.id
        // Neither falls: the entries of the booking, and those of what is booked.
        sequence = booking.version + (view.item?.version ?? 0)
        createdAt = booking.createdAt
        updatedAt = booking.updatedAt
        start = booking.start
        end = booking.end
        title = view.item?.title ?? appointment
        location = view.item?.location
        notes = view.note.notes
        status =
            switch booking.state {
            case .pending: .tentative
            case .confirmed, .completed, .noShow: .confirmed
            case .cancelled: .cancelled
            }
    }

    func write(to text: inout CalendarText) {
        text.line("BEGIN", "VEVENT")
        text.line("UID", id)
        text.line("SEQUENCE", "\(sequence)")
        text.moment("DTSTAMP", updatedAt)
        text.moment("CREATED", createdAt)
        text.moment("LAST-MODIFIED", updatedAt)
        text.moment("DTSTART", start)
        if let end { text.moment("DTEND", end) }
        text.text("SUMMARY", title)
        if let location, !location.isEmpty { text.text("LOCATION", location) }
        if let notes, !notes.isEmpty { text.text("DESCRIPTION", notes) }
        if let organizer { text.person("ORGANIZER", organizer) }
        // They have booked: nobody is to ask them again.
        if let attendee {
            text.person("ATTENDEE", attendee, ";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE")
        }
        text.line("STATUS", status.rawValue)
        text.line("TRANSP", status == .cancelled ? "TRANSPARENT" : "OPAQUE")
        text.line("END", "VEVENT")
    }
}
