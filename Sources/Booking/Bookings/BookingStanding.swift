import Time
import Web

/// How somebody stands to a booking: what is theirs to do with it.
struct BookingStanding {
    let isOwner: Bool
    /// Leads what is booked.
    let isHost: Bool
    /// Runs the house.
    let isManager: Bool
    private let readsAll: Bool

    init(_ view: BookingView, _ caller: Caller) {
        isOwner = view.booking.user == caller.id
        isHost = view.item?.host == caller.id
        isManager = caller.permissions.contains("bookings:manage")
        readsAll = caller.permissions.contains("bookings:read_all")
    }

    /// Whoever leads it or runs the house may do more than who has booked it.
    var leads: Bool { isHost || isManager }
    var mayChange: Bool { isOwner || leads }
    var mayRead: Bool { mayChange || readsAll }

    /// Through whom it comes, if this one cancels it.
    var cause: BookingEnd.Cause { isOwner ? .customer : .host }

    // MARK: What may be done now

    /// Throws where this one can't have it become that.
    func check(_ booking: Booking, to state: BookingState, at now: Instant) throws(Problem) {
        guard leads else { return try checkOwn(booking, to: state, at: now) }
        guard booking.state.next.contains(state) else { throw .badTransition }
    }

    private func checkOwn(
        _ booking: Booking, to state: BookingState, at now: Instant
    ) throws(Problem) {
        guard state == .cancelled else { throw .statusNotAllowed }
        guard booking.state.next.contains(state) else { throw .notCancellable }
        guard !booking.hasBegun(at: now) else {
            throw .notCancellable.saying("It has begun already.")
        }
    }

    /// Throws where it can't be moved to another time: what takes place once takes place then.
    func checkMoving(_ booking: Booking, at now: Instant) throws(Problem) {
        guard booking.kind.occasion == nil, booking.state.isLive else { throw .notReschedulable }
        guard leads || !booking.hasBegun(at: now) else {
            throw .notReschedulable.saying("It has begun already.")
        }
    }

    /// Throws where it can't be taken away.
    func checkDeleting(_ booking: Booking, at now: Instant) throws(Problem) {
        guard isManager || isOwner else { throw .notYourBooking }
        guard isManager || !booking.hasBegun(at: now) else { throw .alreadyStarted }
    }
}
