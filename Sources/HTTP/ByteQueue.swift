/// The bytes that a connection has received and nobody has read yet.
///
/// It holds no memory while it is empty, so that ten thousand idle connections cost nothing here.
struct ByteQueue: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Everything before this has been read.
    private(set) var start = 0

    var isEmpty: Bool { start == bytes.count }
    var count: Int { bytes.count - start }

    /// Adds bytes at the end; an empty queue takes the array as it is, without copying.
    mutating func append(_ more: [UInt8]) {
        if isEmpty {
            bytes = more
            start = 0
            return
        }
        if start > 0 {
            bytes.removeSubrange(0..<start)
            start = 0
        }
        bytes += more
    }

    /// Forgets the first bytes, and their memory once it is more than that of what is left: the start
    /// of a request behind many others doesn't hold on to all of them.
    mutating func drop(_ count: Int) {
        start += count
        if isEmpty {
            self = ByteQueue()
        } else if start >= ByteQueue.worthGivingBack, start > self.count {
            bytes = Array(bytes[start...])
            start = 0
        }
    }

    private static let worthGivingBack = 4_096

    /// The first bytes as an array, and forgets them. Taking everything hands the memory over.
    mutating func take(atMost limit: Int) -> [UInt8] {
        let taken = min(limit, count)
        guard taken > 0 else { return [] }
        if start == 0, taken == bytes.count {
            let whole = bytes
            self = ByteQueue()
            return whole
        }
        let piece = Array(bytes[start..<start + taken])
        drop(taken)
        return piece
    }
}
