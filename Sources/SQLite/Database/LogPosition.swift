/// How far the write-ahead log is written, at the end of a commit.
package struct LogPosition: Equatable, Sendable {
    /// Tells one use of the log's file from the next: after a complete checkpoint the writer begins
    /// at its start again. These are the eight bytes from the 16th of the file on, as this machine reads
    /// a number.
    package let salt: UInt64
    package let frames: Int
    package let pageSize: Int

    /// The bytes of the file that belong to it: a header, and each page behind a header of its own
    /// (https://www.sqlite.org/fileformat2.html section 4.1).
    package var bytes: Int {
        LogPosition.headerBytes + frames * (LogPosition.frameHeaderBytes + pageSize)
    }

    private static let headerBytes = 32
    private static let frameHeaderBytes = 24
}
