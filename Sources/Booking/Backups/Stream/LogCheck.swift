/// Follows a write-ahead log frame by frame, as SQLite does when it recovers, and so tells how much of it
/// SQLite would take (https://www.sqlite.org/fileformat2.html sections 4.1 to 4.4).
struct LogCheck {
    private var header: LogHeader?
    private var sums: (UInt32, UInt32) = (0, 0)
    /// Behind the last frame that ends a transaction: what lies behind doesn't count.
    private(set) var committed = 0
    private var checked = 0

    /// Goes on with the next bytes, which begin where the last ended and hold whole frames. Says whether
    /// all of them belong to the log.
    mutating func take(_ bytes: [UInt8]) -> Bool {
        var place = 0
        if checked == 0 {
            guard takeHeader(bytes) else { return false }
            place = LogHeader.size
        }
        guard let header else { return false }
        while place < bytes.count {
            guard place + header.frameSize <= bytes.count,
                takeFrame(bytes[place..<place + header.frameSize], header)
            else { return false }
            place += header.frameSize
            checked += header.frameSize
            // A frame that ends a transaction tells how many pages the database has then.
            if bytes.number(at: place - header.frameSize + 4) != 0 { committed = checked }
        }
        return true
    }

    private mutating func takeHeader(_ bytes: [UInt8]) -> Bool {
        guard let header = LogHeader(bytes) else { return false }
        self.header = header
        add(bytes[..<24], header)
        checked = LogHeader.size
        return sums == (bytes.number(at: 24), bytes.number(at: 28))
    }

    private mutating func takeFrame(_ frame: ArraySlice<UInt8>, _ header: LogHeader) -> Bool {
        let start = frame.startIndex
        guard frame[start + 8..<start + 16] == header.salt else { return false }
        add(frame[start..<start + 8], header)
        add(frame[(start + LogHeader.frameHeaderSize)...], header)
        return sums == (frame.number(at: start + 16), frame.number(at: start + 20))
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, _ header: LogHeader) {
        var (first, second) = sums
        var place = bytes.startIndex
        while place + 8 <= bytes.endIndex {
            let (a, b) = (bytes.number(at: place), bytes.number(at: place + 4))
            first &+= (header.isBigEndian ? a : a.byteSwapped) &+ second
            second &+= (header.isBigEndian ? b : b.byteSwapped) &+ first
            place += 8
        }
        sums = (first, second)
    }
}

extension ArraySlice<UInt8> {
    /// Four bytes, the greatest first.
    fileprivate func number(at place: Int) -> UInt32 {
        UInt32(self[place]) << 24 | UInt32(self[place + 1]) << 16 | UInt32(self[place + 2]) << 8
            | UInt32(self[place + 3])
    }
}
