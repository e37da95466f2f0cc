import SQLite

/// What sort of thing is booked: places of something that takes place, or time.
package enum BookingKind: String, CaseIterable, Sendable, Bindable {
    case `class`
    case session
    case event
    /// Time of a service: an appointment.
    case service
    /// Time of the house itself, which has one book of appointments.
    case slot

    init(_ kind: OccasionKind) {
        switch kind {
        case .class: self = .class
        case .session: self = .session
        case .event: self = .event
        }
    }

    /// The kind of occasion whose places are booked; nil where time is.
    var occasion: OccasionKind? {
        switch self {
        case .class: .class
        case .session: .session
        case .event: .event
        case .service, .slot: nil
        }
    }
}
