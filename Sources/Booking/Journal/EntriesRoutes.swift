import HTTP
import JSON
import Web

extension Area {
    fileprivate static let journal = Area("Journal", "Everything that has happened, in its order.")
}

extension Entries {
    static let path = "/api/v1/journal"
    /// What reading and writing may take beside the waiting.
    private static let spareTime = 10

    package var routes: [Route] { [list] }

    private var list: Route {
        Route(
            .get, Entries.path, "Lists what has happened, or waits for what happens next",
            in: .journal, access: .permission("journal:read"),
            takes: Takes.query(EntriesQuery.parameters),
            gives: .list(of: JournalEntry.answer, about: "The entries, the oldest first"),
            problems: [.tooManyWaiters],
            options: RouteOptions(
                timeLimit: .seconds(EntriesQuery.longestWait + Entries.spareTime),
                description: """
                    Read on from the last `seq` that you know. With `wait` the answer comes as soon as an \
                    entry is on disk, or empty when the time is over, so nobody has to ask again and again.
                    """)
        ) { call in
            let time = Duration.seconds(call.query.wait + Entries.spareTime)
            call.request.exchange.limitTime(to: time)
            return try await part(call.query)
        }
    }
}
