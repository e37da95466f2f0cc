import SQLite

/// How far a booking has come.
package enum BookingState: String, CaseIterable, Sendable, Bindable {
    /// It holds its time, and somebody has to say that it takes place.
    case pending
    case confirmed
    case completed
    /// Nobody came.
    case noShow = "no_show"
    case cancelled

    /// Every step there is; there is no other, for nobody.
    private static let steps: [BookingState: [BookingState]] = [
        .pending: [.confirmed, .completed, .noShow, .cancelled],
        .confirmed: [.completed, .noShow, .cancelled],
        .completed: [],
        .noShow: [],
        .cancelled: [],
    ]

    /// What it can become next.
    var next: [BookingState] { BookingState.steps[self] ?? [] }

    /// Whether it is still to take place: it holds its time, and its user can't have another one.
    package var isLive: Bool { self == .pending || self == .confirmed }

    /// Whether a place is its own. Whoever has come has sat there, and whoever hasn't might have: only what
    /// is cancelled can be sold again.
    var holdsPlaces: Bool { self != .cancelled }
}
