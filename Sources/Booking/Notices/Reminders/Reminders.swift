import SQLite
import Time
import Web

/// Reminds people of what they have booked, some time before it begins: once for each start.
///
/// That somebody was reminded stands in the database, so neither a restart nor a clock that is set back
/// reminds them again. Whoever books later than that has just been told, and needs no reminder.
package struct Reminders: Sendable {
    static let kind = "booking.reminder"
    /// A reminder may come a little late.
    private static let pause = Duration.seconds(60)
    /// So many by one write: others get their turns in between.
    static let mostAtOnce = 200
    /// Looking for them goes through everything that begins soon.
    private static let searchTime = Duration.seconds(30)
    /// Nobody sets a clock back by more.
    private static let memory = Duration.seconds(60 * 86_400)

    private let notices: Notices
    private let lead: Duration

    /// `lead` is how long before its start.
    package init(_ notices: Notices, before lead: Duration) {
        self.notices = notices
        self.lead = lead
    }

    package func rounds(log: Log) -> Rounds {
        Rounds("reminding people", every: Reminders.pause, log: log) {
            let count = try await remindAll()
            if count > 0 { log.info("reminded people", ["count": "\(count)"]) }
        }
    }

    /// Plans what is due; how many people are reminded.
    func remindAll() async throws -> Int {
        let database = notices.desk.database
        var count = 0
        while true {
            let now = notices.desk.clock.now
            let due = try await database.readAside(within: Reminders.searchTime) { [lead] in
                try ReminderStore.due(at: now, before: lead, atMost: Reminders.mostAtOnce, $0)
            }
            if due.isEmpty { break }
            try Task.checkCancellation()
            try await database.write { tx in
                for reminder in due { try remind(reminder, in: tx) }
            }
            count += due.count
        }
        try await database.write { tx in
            try ReminderStore.sweep(before: tx.now - Reminders.memory, in: tx)
        }
        return count
    }

    /// What was cancelled meanwhile is found out when the letter is written.
    private func remind(_ reminder: ReminderStore.Due, in tx: Transaction) throws {
        guard try ReminderStore.insert(reminder, in: tx) else { return }
        try notices.post(
            Plan(
                Reminders.kind, to: "user/\(reminder.user)", bookingID: reminder.id,
                about: reminder.user),
            by: "mail", in: tx)
    }
}
