import JSON

/// What a base copy needs of the log that is shipped beside it, to become what the database was later.
///
/// A use of the log's file, from its first byte until SQLite begins it anew, is an epoch.
struct LogSpan: Equatable, Sendable {
    /// The epoch from whose first byte on all of the log is needed. The copy may have much of that
    /// already; pages that are written twice do no harm.
    let epoch: Int
    /// How far the log must reach at least: the copy may have all up to here, so that anything less
    /// would take some of its pages back and leave others.
    let end: LogPlace

    static let schema = Schema<LogSpan>.object(
        LogSpan.init,
        Field("epoch", \.epoch, .integer(0...Int.max), "The first epoch that is needed."),
        Field("end", \.end, LogPlace.schema, "How far the log must reach at least."))
}
