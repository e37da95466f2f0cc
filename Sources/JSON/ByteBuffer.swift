/// Bytes that are written one behind the other.
///
/// An array asks before each byte whether it is shared and whether there is room: half of the time that a page
/// of JSON takes. This one belongs to one writer and makes room beforehand. It is the only place in this target
/// that touches pointers; none leaves it.
@safe struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    /// Room that is always left behind what was asked for, so that short pieces are written as one word.
    private static let slack = 16

    init(capacity: Int) {
        self.capacity = capacity + ByteBuffer.slack
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe start.deallocate()
    }

    /// What was written.
    var bytes: [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        unsafe start[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) {
        makeRoom(for: bytes.count)
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let source = bytes.baseAddress else { return }
            unsafe (start + count).initialize(from: source, count: bytes.count)
        }
        count &+= bytes.count
    }

    /// Appends the text in quotes if none of its bytes has to be escaped in JSON; false, with nothing changed, if
    /// one has.
    mutating func appendPlain(_ text: String) -> Bool {
        unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            makeRoom(for: bytes.count + 2)
            let target = unsafe UnsafeMutableRawPointer(start + count)
            if let source = bytes.baseAddress {
                guard unsafe ByteBuffer.copyPlain(source, to: target + 1, bytes.count) else {
                    return false
                }
            }
            let quote = UInt8(ascii: "\"")
            unsafe target.storeBytes(of: quote, as: UInt8.self)
            unsafe target.storeBytes(of: quote, toByteOffset: bytes.count + 1, as: UInt8.self)
            count &+= bytes.count &+ 2
            return true
        } ?? false
    }

    /// Copies eight bytes at a time; the last eight may overlap those before.
    private static func copyPlain(
        _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ count: Int
    ) -> Bool {
        guard count >= 8 else { return unsafe copyShort(source, to: target, count) }
        let last = count &- 8
        var place = 0
        while true {
            let word = unsafe source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            guard !word.hasByteToEscape else { return false }
            unsafe target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
            if place == last { return true }
            place = min(place &+ 8, last)
        }
    }

    private static func copyShort(
        _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ count: Int
    ) -> Bool {
        for index in 0..<count {
            let byte = unsafe source.load(fromByteOffset: index, as: UInt8.self)
            guard !byte.needsEscape else { return false }
            unsafe target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
        }
        return true
    }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        if capacity &- count < more { grow(for: more) }
    }

    @inline(never)
    private mutating func grow(for more: Int) {
        capacity = max(2 * capacity, count + more) + ByteBuffer.slack
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        unsafe larger.initialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = larger
    }
}

extension UInt8 {
    /// What RFC 8259 section 7 demands to be escaped: the quote, the backslash, control characters.
    var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}

extension UInt64 {
    /// Whether one of its eight bytes needs an escape: below 32, a quote, or a backslash. Each test is for a
    /// byte that becomes negative when something is taken away, and wasn't before
    /// (https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord).
    fileprivate var hasByteToEscape: Bool {
        let each: UInt64 = 0x0101_0101_0101_0101
        let quote = self ^ (each &* 0x22)
        let backslash = self ^ (each &* 0x5C)
        let found =
            (self &- each &* 0x20) & ~self | (quote &- each) & ~quote
            | (backslash &- each) & ~backslash
        return found & (each &* 0x80) != 0
    }
}
