import Web

extension Problem {
    static var ambiguousTarget: Problem {
        Problem(
            .unprocessableContent, "ambiguous_target",
            "Say exactly one thing to book: service_id, session_id, class_id, event_id or slot.")
    }

    /// What was named in a body isn't there.
    static func unknown(_ what: String) -> Problem {
        .notFound.saying("There is no \(what) of this id.")
    }

    static var notAvailable: Problem {
        Problem(.badRequest, "not_available", "It can't be booked any more.")
    }

    static var bookingClosed: Problem {
        Problem(.badRequest, "booking_closed", "It begins too soon to be booked.")
    }

    static var fullyBooked: Problem {
        Problem(.conflict, "fully_booked", "Not as many places are left.")
    }

    static var alreadyBooked: Problem {
        Problem(.conflict, "already_booked", "You have a booking of this already.")
    }

    /// The status that clients of sessions know.
    static var sessionFullyBooked: Problem {
        Problem(.badRequest, "fully_booked", "Not as many places are left.")
    }

    static var sessionAlreadyBooked: Problem {
        Problem(.badRequest, "already_booked", "You have a booking of this already.")
    }

    static var statusNotAllowed: Problem {
        Problem(
            .forbidden, "status_not_allowed",
            "You can cancel your booking; the rest is for who leads it.")
    }

    static var notReschedulable: Problem {
        Problem(.badRequest, "not_reschedulable", "This can't be moved to another time.")
    }

    static var notCancellable: Problem {
        Problem(.badRequest, "not_cancellable", "This can't be cancelled any more.")
    }

    static var badTransition: Problem {
        Problem(.badRequest, "bad_transition", "A booking in this state can't become that.")
    }

    /// Somebody else's booking.
    static var notYourBooking: Problem {
        .notYours.saying("Only whose booking it is, or who leads it, may do this.")
    }
}
