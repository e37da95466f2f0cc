import Time

/// What a lane does when it has taken a turn.
enum LaneRest: Equatable, Sendable {
    /// There is more to do.
    case none
    /// Nothing is to be done before this moment, unless something happens.
    case until(Instant?)
    /// The receiver is left alone, whatever happens.
    case away(until: Instant)
    /// There is no such lane any more.
    case over
}
