import HTTP
import JSON
import SQLite
import Time
import Web

extension Occasions {
    /// One element of a list, as JSON that was written before.
    struct Written: Sendable {
        let json: [UInt8]

        /// The same document as the answer that wrote it.
        static func answer<Value>(as other: Answer<Value>) -> Answer<Written> {
            Answer(other.document) { written, writer in writer.append(written: written.json.span) }
        }
    }

    /// A page of them, as JSON.
    struct WrittenPage: Sendable {
        let items: [Written]
        /// The place of the last one.
        let end: Cursor?
        let total: Int
        /// When it is this one, as time alone goes by.
        var times = Instant(milliseconds: .min)...Instant(milliseconds: .max)
    }

    /// How long a page is given out without a look at the database. What this process commits is known at once;
    /// this is for what another one does, such as the commands that may be used while a server runs.
    private static let trust = Duration.seconds(1)

    /// A page of a list. Who asks for the same before anything is committed, or begins, is given the same answer.
    func list(
        _ search: OccasionSearch, with memory: WrittenOccasions, for request: Request,
        within time: Duration, _ write: @escaping @Sendable (Occasion, HostNames) -> [UInt8]
    ) async throws -> Listing<Written> {
        let state = settledState
        let page = try await self.write(search, with: memory, within: time, write)
        var listing = search.page.listing(
            page.items, of: page.total, endingAt: page.end, for: request)
        if search.question != nil { listing.isRight = lasting(page.times, since: state) }
        return listing
    }

    /// Whether what was read is what anybody would read, asked at any time from now on. Nobody can tell where
    /// something was being committed meanwhile.
    private func lasting(
        _ times: ClosedRange<Instant>, since state: Int?
    ) -> (@Sendable () -> Bool)? {
        let now = now
        guard let state, settledState == state, times.contains(now) else { return nil }
        let trusted = now...min(times.upperBound, now + Occasions.trust)
        return { settledState == state && trusted.contains(self.now) }
    }

    /// A page as it was written, if nothing can have changed, or else what has changed since and the rest as it
    /// was.
    private func write(
        _ search: OccasionSearch, with memory: WrittenOccasions, within time: Duration,
        _ write: @escaping @Sendable (Occasion, HostNames) -> [UInt8]
    ) async throws -> WrittenPage {
        try await read(search, within: time) { reader -> WrittenPage in
            guard let question = search.question, let state = try reader.state else {
                return try Occasions.page(search, with: memory, reader, write)
            }
            if let known = memory.pages.page(question, in: state, at: search.upcomingAt) {
                return known
            }
            var page = try Occasions.page(search, with: memory, reader, write)
            if let times = try search.timesOfSame(reader) { page.times = times }
            memory.pages.keep(page, of: question, in: state)
            return page
        }
    }

    private static func page(
        _ search: OccasionSearch, with memory: WrittenOccasions, _ reader: Reader,
        _ write: (Occasion, HostNames) -> [UInt8]
    ) throws -> WrittenPage {
        let places = try search.places(reader)
        let hosts = try HostNames(of: places.map(\.host), reader)
        let states = places.map { $0.state(hosts) }
        var known = memory.json(of: states)
        for index in known.indices where known[index] == nil {
            let number = states[index].number
            guard let occasion = try OccasionStore.occasion(numbered: number, reader) else {
                continue
            }
            let json = write(occasion, hosts)
            memory.keep(json, of: states[index])
            known[index] = json
        }
        return WrittenPage(
            items: known.compactMap { $0.map(Written.init) }, end: places.last?.cursor,
            total: try search.count(reader))
    }
}
