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
    }

    /// A page as it was written, if nothing can have changed, or else what has changed since and the rest as it
    /// was.
    func write(
        _ search: OccasionSearch, with memory: WrittenOccasions, within time: Duration,
        _ write: @escaping @Sendable (Occasion, HostNames) -> [UInt8]
    ) async throws -> WrittenPage {
        try await read(search, within: time) { reader in
            guard let question = search.question, let state = try reader.state else {
                return try Occasions.page(search, with: memory, reader, write)
            }
            if let known = memory.pages.page(question, in: state, at: search.upcomingAt) {
                return known
            }
            let page = try Occasions.page(search, with: memory, reader, write)
            let times = try search.timesOfSame(reader)
            memory.pages.keep(page, of: question, in: state, during: times)
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
