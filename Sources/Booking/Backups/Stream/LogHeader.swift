/// The first bytes of a write-ahead log (https://www.sqlite.org/fileformat2.html section 4.1).
struct LogHeader: Equatable, Sendable {
    static let size = 32
    /// Comes before each page.
    static let frameHeaderSize = 24

    let pageSize: Int
    /// Eight bytes that each frame repeats; they differ from one use of the file to the next.
    let salt: ArraySlice<UInt8>
    /// Whether checksums are made of numbers whose first byte is the greatest.
    let isBigEndian: Bool

    /// Nil for bytes that are no such header.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.size, bytes.number(at: 0) & ~1 == 0x377F_0682 else { return nil }
        isBigEndian = bytes.number(at: 0) & 1 == 1
        pageSize = Int(bytes.number(at: 8))
        salt = bytes[16..<24]
        guard pageSize >= 512, pageSize <= 65_536, pageSize & (pageSize - 1) == 0 else {
            return nil
        }
    }

    var frameSize: Int { Self.frameHeaderSize + pageSize }

    /// The salt as SQLite's writer tells it: as the machine reads a number from the bytes.
    var saltNumber: UInt64 {
        UInt64(littleEndian: salt.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// Goes up by one each time the file is begun anew.
    var count: UInt32 { salt.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
}

extension [UInt8] {
    /// Four bytes, the greatest first.
    func number(at place: Int) -> UInt32 {
        self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
