/// How a database is opened, and how much it takes on.
package struct DatabaseOptions: Sendable {
    package var path: String
    /// The way to the disk; SQLite's own when nil. Tests bring one that fails on demand.
    package var vfs: String?
    /// Writes that may wait. At the writer's pace these are done in about a second; who came later would
    /// wait longer than a client likes to.
    package var waitingWrites = 4_096
    /// Reads that may go on beside the event loops at once: more would take the loops' cores.
    package var readsAside = 4
    /// Reads that may wait for that. Each takes a fraction of a second at worst, so the last of them still
    /// gets its answer in time.
    package var waitingReads = 64
    /// Writes that one commit takes along. More gain little and make the first of them wait.
    package var groupSize = 128
    /// How long one write may keep the others waiting before it is interrupted.
    package var writeTime = Duration.seconds(5)
    /// Pages in the log from which on the writer moves them into the database file: 32 MB. Thirty bookings
    /// write some seventy pages, many of them again and again; moved later, each is moved once. With half as
    /// many, the writer does a tenth less; with twice as many no more.
    package var checkpointPages = 8_000
    /// Pages from which on another thread moves them: the disk takes some 20 ms for 4,000, in which nothing would be
    /// written. For few it isn't worth a second look.
    package var asidePages = 1_000
    /// How long nothing has to happen until the writer tidies up.
    package var idleTime = Duration.seconds(1)
    /// How often a full disk is looked at again.
    package var retryTime = Duration.seconds(5)

    package init(path: String) {
        self.path = path
    }
}
