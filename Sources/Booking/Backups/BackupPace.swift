/// How a copy is made without getting into the writers' way.
///
/// While it lasts, the log can't begin anew and grows, so it must be quick; but what it writes must not
/// pile up in memory, since the writers' next sync would wait behind all of it.
package struct BackupPace: Sendable {
    /// Pages that are copied in one go.
    package var pages = 256
    /// Bytes after which the copy is synced.
    package var bytesBetweenSyncs = 8 << 20

    package init() {}
}
