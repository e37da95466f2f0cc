import Foundation

/// A write-ahead log as it lies on the disk (https://www.sqlite.org/fileformat2.html section 4.1).
struct LogFile {
    private let bytes: [UInt8]

    /// The log beside a database.
    init(beside path: String) {
        bytes = FileManager.default.contents(atPath: "\(path)-wal").map { Array($0) } ?? []
    }

    var salt: UInt64 {
        number(bytes[16..<24])
    }

    var pageSize: Int {
        Int(number(bytes[8..<12].reversed()))
    }

    /// How many frames belong to this use of the file, up to the last that ends a transaction.
    var committedFrames: Int {
        var (frames, committed) = (0, 0)
        var start = 32
        while start + 24 + pageSize <= bytes.count {
            let frame = bytes[start..<start + 24]
            guard number(frame.dropFirst(8).prefix(8)) == salt else { break }
            frames += 1
            if frame.dropFirst(4).prefix(4).contains(where: { $0 != 0 }) { committed = frames }
            start += 24 + pageSize
        }
        return committed
    }

    /// Bytes as a number, the lowest first.
    private func number(_ bytes: some Collection<UInt8>) -> UInt64 {
        bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
    }
}
