import SQLite
import Time

/// A booking as people see it: with what is booked, and what was said with it.
struct BookingView: Sendable {
    /// What is booked, as far as a booking shows it.
    struct Item: Sendable {
        let id: String
        let title: String
        let location: String?
        /// What the clocks show there when it begins; nil for what takes place whenever it is wanted.
        let local: LocalTime?
        let timezone: String?
        /// Who leads it, and what that one is called.
        let host: String?
        let hostName: String
        /// How many places are left; none where time is booked.
        let free: Int
        let version: Int
    }

    /// Whose booking it is. Whoever is erased has no name any more.
    struct Customer: Sendable {
        let name: String?
        let email: String?
    }

    let booking: Booking
    /// Nil for time of the house itself.
    let item: Item?
    let note: BookingNote
    let customer: Customer
    /// By which clocks it is shown; nil for those where it takes place.
    var zone: Zone?

    var local: LocalTime? { zone?.local(at: booking.start) ?? item?.local }
    var timezone: String? { zone?.name ?? item?.timezone }
    var clientName: String { note.clientName ?? customer.name ?? "" }
    var clientEmail: String { note.clientEmail ?? customer.email ?? "" }

    /// A new tag at each change of the booking, and of what is booked.
    static func tag(_ view: BookingView) -> String {
        "\"\(view.booking.version)-\(view.item?.version ?? 0)\""
    }

    static func path(_ view: BookingView) -> String { "/api/v1/bookings/\(view.booking.id)" }
}

extension BookingView.Item {
    /// An occasion of which so many places are being booked.
    init(_ occasion: Occasion, booking seats: Int, hostName: String) {
        self.init(
            id: occasion.id, title: occasion.facts.title, location: occasion.facts.location,
            local: LocalTime(occasion.facts.localDate, occasion.facts.localTime),
            timezone: occasion.facts.timezone, host: occasion.facts.host, hostName: hostName,
            free: occasion.free - seats, version: occasion.version)
    }

    init(_ service: Service) {
        self.init(
            id: service.id, title: service.facts.title, location: nil, local: nil, timezone: nil,
            host: nil, hostName: "", free: 0, version: service.version)
    }
}
