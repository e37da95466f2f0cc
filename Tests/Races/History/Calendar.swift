/// A service, or the appointment book of the house: spans of time that don't overlap.
package struct Calendar: SequentialModel {
    /// What somebody did to it, and was told. Bookings have numbers; a span is what a booking claims, its
    /// buffer included.
    package enum Deed: Hashable, Sendable {
        case placed(_ booking: Int, Range<Int>)
        case refusedTaken(Range<Int>)
        case moved(_ booking: Int, to: Range<Int>)
        case refusedMove(_ booking: Int, to: Range<Int>)
        /// What is cancelled is not moved.
        case refusedGone(_ booking: Int)
        case released(_ booking: Int)
        case seen(_ booking: Int, Range<Int>)
    }

    private enum Claim: Hashable, Sendable {
        case live(Range<Int>)
        case released
    }

    private var claims: [Int: Claim] = [:]

    package init() {}

    package func after(_ deed: Deed) -> Calendar? {
        switch deed {
        case .placed(let booking, let span):
            claims[booking] == nil && isFree(span) ? with(booking, .live(span)) : nil
        case .refusedTaken(let span): isFree(span) ? nil : self
        case .moved(let booking, let span):
            isLive(booking) && isFree(span, but: booking) ? with(booking, .live(span)) : nil
        case .refusedMove(let booking, let span):
            isLive(booking) && !isFree(span, but: booking) ? self : nil
        case .refusedGone(let booking): claims[booking] == .released ? self : nil
        // Twice is no error.
        case .released(let booking): claims[booking] == nil ? nil : with(booking, .released)
        case .seen(let booking, let span): claims[booking] == .live(span) ? self : nil
        }
    }

    package static func isLook(_ deed: Deed) -> Bool {
        switch deed {
        case .placed, .moved, .released: false
        case .refusedTaken, .refusedMove, .refusedGone, .seen: true
        }
    }

    private func isLive(_ booking: Int) -> Bool {
        if case .live? = claims[booking] { true } else { false }
    }

    private func isFree(_ span: Range<Int>, but booking: Int? = nil) -> Bool {
        !claims.contains { number, claim in
            guard case .live(let taken) = claim else { return false }
            return number != booking && taken.overlaps(span)
        }
    }

    private func with(_ booking: Int, _ claim: Claim) -> Calendar {
        var calendar = self
        calendar.claims[booking] = claim
        return calendar
    }
}
