import CSQLite
import FaultyDisk
import SQLite
import Synchronization

/// A disk that fails as planned and knows what a power cut would leave. SQLite knows it by its name.
final class Disk: Sendable {
    let name: String
    private let disk: Mutex<OpaquePointer>

    /// What a disk knows for power cuts.
    enum Memory: Sendable {
        /// Nothing: no image of it can be made.
        case forgetful
        /// What was synced, and what was not.
        case remembering
        /// The same, but syncs make nothing safe: some disks lie.
        case lying
    }

    init(_ memory: Memory = .forgetful) throws(DiskError) {
        // The first connection configures SQLite, which has to come before the first disk.
        _ = try? Connection("", .scratch)
        name = "faulty-\(Disk.count.add(1, ordering: .relaxed).newValue)"
        guard let disk = faultydisk_create(name, memory.number) else {
            throw DiskError(code: SQLITE_ERROR)
        }
        self.disk = Mutex(disk)
    }

    /// Whoever still had a file open would read freed memory: such a disk stays.
    deinit {
        _ = disk.withLock { faultydisk_destroy($0) }
    }

    private static let count = Atomic(0)

    /// Tells it of a file that is there already, though SQLite may never open it.
    func adopt(_ path: String) throws(DiskError) {
        let result = disk.withLock { faultydisk_adopt($0, path) }
        guard result == SQLITE_OK else { throw DiskError(code: result) }
    }

    /// Replaces the fault that is to come.
    func plan(_ fault: Fault) {
        disk.withLock { faultydisk_plan($0, fault.planned) }
    }

    /// From now on the disk is sound.
    func heal() {
        disk.withLock { faultydisk_heal($0) }
    }

    /// How many operations the planned fault has failed.
    var failures: Int {
        Int(disk.withLock { faultydisk_failures($0) })
    }

    /// How many such operations there were.
    func count(_ operations: Fault.Operations, on files: Fault.Files = .any) -> Int {
        Int(disk.withLock { faultydisk_count($0, operations.rawValue, files.rawValue) })
    }

    /// Writes into a folder what a power cut would leave now; the seed decides the rest.
    func writeImage(to folder: String, seed: UInt64) throws(DiskError) {
        let result = disk.withLock { faultydisk_image($0, folder, seed) }
        guard result == SQLITE_OK else { throw DiskError(code: result) }
    }
}

extension Disk.Memory {
    fileprivate var number: faultydisk_memory {
        switch self {
        case .forgetful: faultydisk_forgetful
        case .remembering: faultydisk_remembering
        case .lying: faultydisk_lying
        }
    }
}
