import Posix
import Time

/// A folder of the stream: an unbroken series of pieces of the log, and copies of the whole database to
/// begin with.
///
/// A generation begins when a server starts, or goes on shipping after a failure. What comes before a
/// copy is of no use with it, and a copy is of no use with another generation's log.
struct Generation: Sendable {
    let folder: Folder
    /// The oldest first.
    let bases: [BaseName]
    let segments: [SegmentName]

    /// Looks what is in a folder now.
    init(_ folder: Folder) throws(SystemError) {
        self.folder = folder
        let names = try folder.names()
        let whole = Set(names)
        bases = names.compactMap(BaseName.init).filter {
            whole.contains(BackupManifest.path(beside: $0.text))
        }
        segments = names.compactMap(SegmentName.init)
    }

    func path(of base: BaseName) -> String { "\(folder.path)/\(base.text)" }

    func path(of segment: SegmentName) -> String { "\(folder.path)/\(segment.text)" }

    /// The pieces that lie behind the beginning of an epoch.
    func segments(from epoch: Int) -> ArraySlice<SegmentName> {
        segments.drop { $0.place.epoch < epoch }
    }
}
