import Glibc
import Posix
import Synchronization

/// A file on its way to its name: until it is whole and on the disk it is called
/// `NAME.partial-PROCESS`, and whatever goes wrong takes it away again.
///
/// What a killed process leaves is removed by the next one that writes into the folder.
final class PartialFile {
    let path: String
    private let target: String
    private let file: File
    private var isPublished = false

    /// Makes an empty file that only its owner may read, for a file that must not exist yet.
    init(for target: String) throws {
        self.target = target
        guard !File.exists(target) else { throw BackupError.taken(target) }
        path = "\(target).partial-\(getpid())"
        // This process is sure not to write it now, so it is what another of the same number left.
        if !Self.isInHand(path), File.exists(path) { try File.remove(path) }
        file = try File(creating: path)
        Self.inHand.withLock { [path] in _ = $0.insert(path) }
        // Whoever comes second sees the first, and if both come at once, each sees the other.
        try Self.refuseOthers(target)
    }

    deinit {
        _ = Self.inHand.withLock { [path] in $0.remove(path) }
        guard !isPublished else { return }
        let name = path.split(separator: "/").last ?? ""
        try? Folder(of: path).remove(PartialName.endings.map { name + $0 })
    }

    /// Returns when what was written is on the disk, by whichever way it was written.
    func sync() throws(SystemError) {
        try file.sync()
    }

    func size() throws(SystemError) -> Int {
        try file.size()
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        try file.write(bytes)
    }

    /// Bytes from a place, fewer than asked for only at the end.
    func read(at offset: Int, atMost count: Int) throws(SystemError) -> [UInt8] {
        try file.read(at: offset, atMost: count)
    }

    /// Gives the file its name, durably. It has been synced before.
    func publish() throws {
        guard !File.exists(target) else { throw BackupError.taken(target) }
        try File.rename(path, to: target)
        isPublished = true
    }

    // MARK: Others

    /// The partial files of this process: its number may be that of one before.
    private static let inHand = Mutex<Set<String>>([])

    private static func isInHand(_ path: String) -> Bool {
        inHand.withLock { $0.contains(path) }
    }

    /// Refuses a file that another process is writing already.
    private static func refuseOthers(_ target: String) throws {
        let wanted = target.split(separator: "/").last
        let others = try Folder(of: target).names().compactMap(PartialName.init).filter {
            wanted == $0.target[...] && $0.process != getpid() && isAlive($0.process)
        }
        if let other = others.first {
            throw BackupError.underWay(target, process: other.process)
        }
    }

    /// Removes what processes that are gone have left in a folder.
    static func removeAbandoned(in folder: Folder) throws {
        for text in try folder.names() {
            let path = "\(folder.path)/\(text)"
            guard let name = PartialName(text) else { continue }
            let isAbandoned =
                name.process == getpid()
                ? !isInHand("\(folder.path)/\(name.file)") : !isAlive(name.process)
            if isAbandoned { try removeIfThere(path) }
        }
    }

    /// Somebody else may be as tidy.
    private static func removeIfThere(_ path: String) throws(SystemError) {
        do throws(SystemError) {
            try File.remove(path)
        } catch {
            guard error.isMissing else { throw error }
        }
    }

    private static func isAlive(_ process: Int32) -> Bool {
        guard kill(process, 0) == 0 || errno == EPERM else { return false }
        return !isZombie(process)
    }

    /// Whether a process has ended, and only its parent hasn't noticed: in a container nobody may ever.
    /// The state stands behind the name, which may have anything in it (proc(5)).
    private static func isZombie(_ process: Int32) -> Bool {
        let bytes = (try? status(of: process)) ?? []
        guard let end = bytes.lastIndex(of: UInt8(ascii: ")")), end + 2 < bytes.count else {
            return false
        }
        return bytes[end + 2] == UInt8(ascii: "Z")
    }

    private static func status(of process: Int32) throws(SystemError) -> [UInt8] {
        try File(reading: "/proc/\(process)/stat").read(at: 0, atMost: 512)
    }
}
