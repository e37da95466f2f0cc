/// What somebody asked for with a key of its own, and what was promised.
struct Promise: Sendable {
    enum Answer: Equatable, Sendable {
        /// Nobody was told what became of it.
        case none
        case booked(String)
        case cancelled(String)
        case refused
    }

    let key: String
    let call: Call
    /// The booking that it was to cancel; nil where it was to book.
    let cancels: String?
    var answer = Answer.none

    /// What an answer promises; nil for one that nobody expects.
    func answer(_ reply: Reply) -> Answer? {
        switch (reply.status, reply.code) {
        case (200, _) where cancels != nil: cancels.map { .cancelled($0) }
        case (201, _) where cancels == nil: reply.text("id").map { .booked($0) }
        case (409, "fully_booked"), (409, "already_booked"), (409, "slot_taken"): .refused
        default: nil
        }
    }
}
