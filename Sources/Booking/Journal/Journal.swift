import JSON
import SQLite

/// The journal: everything that has happened, in the order in which it was committed, never changed.
///
/// Entries are the only way in which state changes. Whoever decides something records entries within the
/// transaction in which they decided, and recording changes the read tables too.
package struct Journal: Sendable {
    package let chapters: Chapters
    /// Who waits for entries.
    package let watch = JournalWatch()

    package init(_ chapters: Chapters) {
        self.chapters = chapters
    }

    /// Appends an entry to the stream of what it happened to, and changes the read tables by it.
    ///
    /// What is applied is what a replay will read from the JSON that stands in the journal: an entry that it
    /// would read differently, or not at all, is refused.
    @discardableResult
    package func record<Payload>(
        _ kind: EntryKind<Payload>, _ payload: Payload, of id: String, by actor: String?,
        in transaction: Transaction
    ) throws -> EntryHead {
        guard chapters.kind(kind.name) != nil else { throw Unrecordable.unknownKind(kind.name) }
        let data = kind.schema.bytes(of: payload)
        let recorded = kind.isPlain(payload) ? payload : try kind.payload(from: data)
        guard recorded == payload else { throw Unrecordable.changedBySchema(kind.name) }

        let stream = kind.streamPrefix + id
        let place = try JournalStore.append(
            JournalStore.Line(
                stream: stream, kind: kind.name, data: String(decoding: data, as: UTF8.self),
                actor: actor),
            version: kind.isFirst ? 1 : nil, in: transaction)
        let head = EntryHead(
            seq: place.seq, id: id, version: place.version, actor: actor, at: transaction.now)
        try kind.apply(recorded, head, ReadTables(transaction))
        transaction.afterCommit { [watch] in watch.tell(of: place.seq, kind.name, in: stream) }
        return head
    }
}
