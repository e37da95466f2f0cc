/// Finds answers about spans of time that nobody can have been given rightly, in a history of any length.
///
/// As with places, what is found is wrong in every order; what isn't found may still have none.
package struct CalendarArguments {
    /// A span that a booking had for a while.
    private struct Claim {
        let booking: Int
        let span: Range<Int>
        let hold: Hold
    }

    private typealias Deeds = [Episode<Calendar.Deed>]

    private let claims: [Claim]
    /// What released a booking, by its number.
    private let releases: [Int: [Episode<Calendar.Deed>]]

    package static func findings(in history: [Episode<Calendar.Deed>]) -> [String] {
        let arguments = CalendarArguments(history)
        return arguments.overlaps
            + history.filter { !arguments.isPossible($0) }.map { "nobody can be told so: \($0)" }
    }

    private init(_ history: [Episode<Calendar.Deed>]) {
        var placings: [Int: (Range<Int>, Episode<Calendar.Deed>)] = [:]
        var moves: [Int: [(Range<Int>, Episode<Calendar.Deed>)]] = [:]
        var releases: [Int: Deeds] = [:]
        for episode in history {
            switch episode.deed {
            case .placed(let booking, let span): placings[booking] = (span, episode)
            case .moved(let booking, let span): moves[booking, default: []].append((span, episode))
            case .released(let booking): releases[booking, default: []].append(episode)
            default: break
            }
        }
        claims = placings.flatMap { booking, placing in
            let moves = moves[booking, default: []]
            let ends = releases[booking, default: []]
            let first = Hold(placing.1, endedBy: moves.map(\.1) + ends)
            return [Claim(booking: booking, span: placing.0, hold: first)]
                + moves.enumerated().map { place, move in
                    let others = moves.enumerated().filter { $0.offset != place }.map(\.element.1)
                    let hold = Hold(move.1, endedBy: ends, others: others)
                    return Claim(booking: booking, span: move.0, hold: hold)
                }
        }
        self.releases = releases
    }

    private var overlaps: [String] {
        let sorted = claims.sorted { $0.span.lowerBound < $1.span.lowerBound }
        return sorted.enumerated().flatMap { place, claim in
            sorted[(place + 1)...].prefix { $0.span.lowerBound < claim.span.upperBound }
                .filter {
                    $0.booking != claim.booking && $0.hold.surely.overlaps(claim.hold.surely)
                }
                .map {
                    "bookings \(claim.booking) and \($0.booking) had \(claim.span) and \($0.span)"
                }
        }
    }

    private func isPossible(_ episode: Episode<Calendar.Deed>) -> Bool {
        switch episode.deed {
        case .placed(let booking, let span), .moved(let booking, let span):
            mayBeFree(span, but: booking, in: episode)
        case .refusedTaken(let span): mayBeTaken(span, but: nil, in: episode)
        case .refusedMove(let booking, let span): mayBeTaken(span, but: booking, in: episode)
        case .refusedGone(let booking):
            releases[booking, default: []].contains { $0.begin <= episode.end }
        case .released(let booking):
            claims.contains {
                $0.booking == booking && $0.hold.perhaps.lowerBound <= episode.end
            }
        case .seen(let booking, let span):
            claims.contains {
                $0.booking == booking && $0.span == span
                    && $0.hold.perhaps.overlaps(episode.begin..<episode.end + 1)
            }
        }
    }

    /// Whether there is a moment of the episode at which nobody surely had any of it.
    private func mayBeFree(
        _ span: Range<Int>, but booking: Int, in episode: Episode<Calendar.Deed>
    ) -> Bool {
        let others = claims.filter { $0.booking != booking && $0.span.overlaps(span) }
            .map(\.hold.surely)
        let moments = [episode.begin] + others.map(\.upperBound)
        return moments.contains { moment in
            (episode.begin...episode.end).contains(moment)
                && !others.contains { $0.contains(moment) }
        }
    }

    /// Whether there is a moment of the episode at which somebody perhaps had some of it.
    private func mayBeTaken(
        _ span: Range<Int>, but booking: Int?, in episode: Episode<Calendar.Deed>
    ) -> Bool {
        claims.contains {
            $0.booking != booking && $0.span.overlaps(span)
                && $0.hold.perhaps.overlaps(episode.begin..<episode.end + 1)
        }
    }
}
