import CSQLite
import FaultyDisk

/// How and when a disk fails.
struct Fault: Sendable {
    /// At what.
    struct Operations: OptionSet, Sendable {
        let rawValue: Int32

        static let open = Operations(faultydisk_open)
        static let read = Operations(faultydisk_read)
        static let write = Operations(faultydisk_write)
        /// A write that makes its file longer.
        static let grow = Operations(faultydisk_grow)
        static let truncate = Operations(faultydisk_truncate)
        static let sync = Operations(faultydisk_sync)
        static let delete = Operations(faultydisk_delete)
        /// Of the memory beside the log that connections share.
        static let map = Operations(faultydisk_map)
        static let all: Operations = [.open, .read, .write, .grow, .truncate, .sync, .delete, .map]
        /// What leaves traces: opening may make a file.
        static let changes: Operations = [.open, .write, .truncate, .sync, .delete]
    }

    /// On which files.
    struct Files: OptionSet, Sendable {
        let rawValue: Int32

        static let database = Files(faultydisk_database)
        static let log = Files(faultydisk_log)
        static let journal = Files(faultydisk_journal)
        static let any = Files(faultydisk_any)
    }

    enum Span: String, Sendable {
        case once
        case twice
        case fromThenOn = "from then on"
        /// One in four of those from then on.
        case nowAndThen = "now and then"
    }

    /// How much of a write lands that fails.
    enum Landing: Sendable {
        case nothing
        case half
    }

    let operations: Operations
    let files: Files
    /// Which one fails first, counted from when the plan is made: 1 is the next.
    let nth: Int
    let span: Span
    /// SQLite's code.
    let code: Int32
    let landing: Landing

    /// A fault with the code that SQLite's own VFS would give, unless it is said.
    init(
        _ operations: Operations, on files: Files = .any, nth: Int = 1, _ span: Span = .once,
        code: Int32? = nil, landing: Landing = .nothing
    ) {
        self.operations = operations
        self.files = files
        self.nth = nth
        self.span = span
        self.code = code ?? operations.code
        self.landing = landing
    }

    var planned: faultydisk_fault {
        faultydisk_fault(
            operations: operations.rawValue, kinds: files.rawValue, nth: Int64(nth),
            times: span.times, one_in: span == .nowAndThen ? 4 : 1, result: code,
            lands_half: landing == .half ? 1 : 0)
    }
}

extension Fault.Operations {
    fileprivate init(_ operation: faultydisk_operation) {
        self.init(rawValue: Int32(operation.rawValue))
    }

    fileprivate var code: Int32 {
        switch self {
        case .open: SQLITE_CANTOPEN
        case .read: DiskError.read.code
        case .write: DiskError.write.code
        case .grow: SQLITE_FULL
        case .truncate: DiskError.truncate.code
        case .sync: DiskError.sync.code
        case .delete: DiskError.delete.code
        case .map: DiskError.map.code
        default: SQLITE_IOERR
        }
    }
}

extension Fault.Span {
    fileprivate var times: Int64 {
        switch self {
        case .once: 1
        case .twice: 2
        case .fromThenOn, .nowAndThen: .max
        }
    }
}

extension Fault.Files {
    fileprivate init(_ kind: faultydisk_kind) {
        self.init(rawValue: Int32(kind.rawValue))
    }
}
