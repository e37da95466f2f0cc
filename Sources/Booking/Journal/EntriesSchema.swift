import HTTP
import JSON
import Web

/// Which part of the journal is asked for.
struct EntriesQuery: Sendable {
    /// Whole numbers up to here are exact in every client's numbers (RFC 8259 section 6).
    private static let lastSeq = 9_007_199_254_740_991
    static let longestWait = 30

    let after: Int
    let limit: Int
    let stream: String?
    let wait: Int
    let form: Listing<JournalEntry>.Form

    init(after: Int, limit: Int, stream: String?, wait: Int, isEnveloped: Bool) {
        self.after = after
        self.limit = limit
        self.stream = stream
        self.wait = wait
        form = isEnveloped ? .envelope : .array
    }

    static let parameters = Parameters.of(
        EntriesQuery.init,
        Parameter(
            "after", .integer(0...lastSeq), default: 0,
            "The `seq` of the last entry that is known already."),
        Parameter("limit", .integer(1...100), default: 20, "How many entries at most."),
        Parameter(
            "stream", optional: .text(1...200), "Only entries of this stream, such as `booking/ID`."
        ),
        Parameter(
            "wait", .integer(0...longestWait), default: 0,
            "How many seconds to wait for an entry where there is none yet."),
        Parameter(
            "envelope", .boolean, default: false,
            "Answers `{items,total,page,limit,total_pages}` instead of an array."))

    /// Where the journal begins, and where it goes on if there is more.
    func links(behind last: JournalEntry?, isMore: Bool) -> [Link] {
        let first = Link(.first, target(after: 0))
        guard isMore, let last else { return [first] }
        return [first, Link(.next, target(after: last.seq))]
    }

    private func target(after seq: Int) -> String {
        var target = "\(Entries.path)?after=\(seq)&limit=\(limit)"
        if let stream { target += "&stream=\(PercentCoding.encode(stream))" }
        if form == .envelope { target += "&envelope=true" }
        return target
    }
}

extension JournalEntry {
    static let answer: Answer<JournalEntry> = .object(
        "JournalEntry",
        [
            .init("seq", .integer, "Its place among all entries, from 1 without gaps.") { $0.seq },
            .init("stream", .text, "What it happened to.") { $0.stream },
            .init("version", .integer, "Its place within the stream, from 1.") { $0.version },
            .init("kind", .text, "What happened, such as `booking.placed`.") { $0.kind },
            .init("data", written, "What else there is to tell; its members depend on the kind.") {
                $0.data
            },
            .init("actor", nullable: .text, "Who did it; null when the server itself did.") {
                $0.actor
            },
            .init("at", .instant, "When.") { $0.at },
        ])

    /// JSON that was written by a schema already.
    private static let written = Answer<String>(Answer<JSON>.json.document) { data, writer in
        writer.append(written: data.utf8Span.span)
    }
}
