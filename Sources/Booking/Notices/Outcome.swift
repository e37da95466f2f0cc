import Time

/// What became of an attempt to tell somebody.
package enum Outcome: Sendable {
    case delivered(Reply? = nil)
    /// It may go well another time; not before the moment that the receiver named.
    case failed(String, Reply? = nil, notBefore: Instant? = nil)
    /// It never will.
    case refused(String, Reply? = nil)
    /// There is nothing to tell any more.
    case obsolete
    /// The receiver wants to be told nothing any more.
    case gone(String, Reply? = nil)

    var reply: Reply? {
        switch self {
        case .delivered(let reply), .failed(_, let reply, _), .refused(_, let reply),
            .gone(_, let reply):
            reply
        case .obsolete: nil
        }
    }

    /// Why it was not delivered.
    var reason: String? {
        switch self {
        case .failed(let reason, _, _), .refused(let reason, _), .gone(let reason, _): reason
        case .delivered, .obsolete: nil
        }
    }

    /// Whether nobody was there, or somebody who can't answer at all now. A receiver that refuses this one
    /// thing may well take others.
    var isOutage: Bool {
        guard case .failed(_, let reply, _) = self else { return false }
        guard let reply else { return true }
        return reply.status >= 500 || reply.status == 429
    }

    /// As the metrics count it.
    var name: String {
        switch self {
        case .delivered: "delivered"
        case .failed: "failed"
        case .refused, .gone: "refused"
        case .obsolete: "obsolete"
        }
    }
}
