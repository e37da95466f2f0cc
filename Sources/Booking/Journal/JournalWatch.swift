/// Who waits for entries.
package final class JournalWatch: Sendable {
    package init() {}

    /// An entry is on disk.
    func tell(of seq: Int, in stream: String) {}
}
