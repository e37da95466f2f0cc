import JSON
import Time
import Web

/// What somebody may do with a booking now, so that no client has to know the rules.
struct BookingActions: Sendable {
    /// One thing that could be done.
    struct Action: Sendable {
        /// Why not; nil where it may be done.
        let refusal: Problem?
        /// Until when, where that ends by itself.
        let until: Instant?

        init(until: Instant?, _ check: () throws(Problem) -> Void) {
            do throws(Problem) {
                try check()
                refusal = nil
                self.until = until
            } catch {
                refusal = error
                self.until = nil
            }
        }
    }

    let reschedule: Action
    let cancel: Action
    let delete: Action
    let confirm: Action
    let complete: Action
    let miss: Action
    let review: Action

    /// Why it can't be reviewed now is told by those who keep reviews.
    init(
        _ view: BookingView, _ standing: BookingStanding, at now: Instant,
        reviewing refusal: Problem?
    ) {
        let booking = view.booking
        let end = standing.leads ? nil : booking.start
        let step = { (state: BookingState, until: Instant?) in
            Action(until: until) { () throws(Problem) in
                guard standing.mayChange else { throw .notYourBooking }
                try standing.check(booking, to: state, at: now)
            }
        }
        reschedule = Action(until: end) { () throws(Problem) in
            guard standing.mayChange else { throw .notYourBooking }
            try standing.checkMoving(booking, at: now)
        }
        cancel = step(.cancelled, end)
        confirm = step(.confirmed, nil)
        complete = step(.completed, nil)
        miss = step(.noShow, nil)
        review = Action(until: nil) { () throws(Problem) in
            if let refusal { throw refusal }
        }
        delete = Action(until: standing.isManager ? nil : booking.start) { () throws(Problem) in
            try standing.checkDeleting(booking, at: now)
        }
    }
}

extension BookingActions {
    static let answer: Answer<BookingActions> = .object(
        "BookingActions",
        [
            .init("reschedule", Action.answer, "Moving it to another time.") { $0.reschedule },
            .init("cancel", Action.answer, "Cancelling it.") { $0.cancel },
            .init("delete", Action.answer, "Taking it away.") { $0.delete },
            .init("confirm", Action.answer, "Saying that it takes place.") { $0.confirm },
            .init("complete", Action.answer, "Saying that it took place.") { $0.complete },
            .init("miss", Action.answer, "Saying that nobody came.") { $0.miss },
            .init("review", Action.answer, "Reviewing it.") { $0.review },
        ])
}

extension BookingActions.Action {
    static let answer: Answer<BookingActions.Action> = .object(
        "BookingAction",
        [
            .init("allowed", .boolean, "Whether it may be done now.") { $0.refusal == nil },
            .init("until", nullable: .instant, "Until when, where that ends by itself.") {
                $0.until
            },
            .init("code", nullable: .text, "The code of the refusal, if it may not.") {
                $0.refusal?.code
            },
            .init("detail", nullable: .text, "Why not.") { $0.refusal?.detail },
        ])
}
