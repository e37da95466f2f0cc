import SQLite
import Synchronization
import Time
import Web

/// Pages of lists, kept for as long as nothing is committed and nothing that is still to come begins.
///
/// Many people look at the same first pages between two changes. Each time the database is asked which state it
/// is in, and a page of another one is written anew; so nothing has to be told that something changed.
final class WrittenPages: Sendable {
    /// What a list was asked for, but for the time where it is of what is still to come.
    struct Question: Hashable, Sendable {
        let kind: OccasionKind
        let status: Occasion.Status
        let isUpcoming: Bool
        let from: Instant?
        let to: Instant?
        let number: Int
        let limit: Int
        let after: Cursor?
    }

    /// Each loop reads by a connection of its own, and their pages shall not take turns.
    private struct Key: Hashable {
        let question: Question
        let connection: Int
    }

    private struct Kept {
        let state: StateVersion
        let page: Occasions.WrittenPage
    }

    private let pages = Mutex<[Key: Kept]>([:])
    private let capacity: Int

    /// The JSON in it is that of `WrittenOccasions`, for the most part; what only stands here is 18 MB at most.
    init(capacity: Int = 256) {
        self.capacity = capacity
    }

    /// The page, if it was written of this state and is the same at this time.
    func page(
        _ question: Question, in state: StateVersion, at now: Instant?
    ) -> Occasions.WrittenPage? {
        let key = Key(question: question, connection: state.connection)
        return pages.withLock { pages in
            guard let kept = pages[key], kept.state == state else { return nil }
            if let now, !kept.page.times.contains(now) { return nil }
            return kept.page
        }
    }

    /// A full memory begins anew: what is asked for now comes back first.
    func keep(
        _ page: Occasions.WrittenPage, of question: Question, in state: StateVersion
    ) {
        let key = Key(question: question, connection: state.connection)
        pages.withLock { pages in
            if pages.count >= capacity { pages = [:] }
            pages[key] = Kept(state: state, page: page)
        }
    }
}
