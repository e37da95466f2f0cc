import Time

/// What a lane does when it has taken a turn.
enum LaneRest: Equatable, Sendable {
    /// There is more to do.
    case none
    /// There is very much more to do, so that others have to get their turns in between.
    case crowd
    /// Nothing is to be done before this moment, unless something happens.
    case until(Instant?)
    /// The receiver is left alone, whatever happens.
    case away(until: Instant)
    /// There is no such lane any more.
    case over

    /// So many at once are a crowd.
    private static let crowdSize = 50

    /// There is more to do behind so many.
    static func none(behind count: Int) -> LaneRest { count < crowdSize ? .none : .crowd }

    var isOfMore: Bool { self == .none || self == .crowd }
}
