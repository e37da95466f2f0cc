import SQLite
import Time
import Web

/// What all lanes work with.
struct NoticeDesk: Sendable {
    let database: Database
    let watch: JournalWatch
    let clock: Clock
    let ids: Ids
    let log: Log
    let schedule: RetrySchedule
    let tallies: NoticeTallies
}
