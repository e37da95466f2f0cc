/// Takes what a TZif file has from its front to its end, and never anything behind that.
struct TZifReader {
    /// POSIX's form of a rule takes some 50 characters.
    private static let longestFooter = 256

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func bytes(_ count: Int) throws(TZifFault) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .cutOff }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func skip(_ count: Int) throws(TZifFault) {
        _ = try bytes(count)
    }

    /// A number, the highest byte first. Of four bytes and more it has a sign.
    mutating func integer(bytes count: Int) throws(TZifFault) -> Int64 {
        let number = try bytes(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return count == 4
            ? Int64(Int32(truncatingIfNeeded: number)) : Int64(truncatingIfNeeded: number)
    }

    mutating func count(atMost most: Int) throws(TZifFault) -> Int {
        let number = try bytes(4).reduce(0) { $0 << 8 | Int($1) }
        guard number <= most else { throw .tooLarge }
        return number
    }

    /// The line between two line feeds at the end (RFC 9636, section 3.3).
    mutating func footer() throws(TZifFault) -> ArraySlice<UInt8> {
        guard try bytes(1).first == 0x0A else { throw .strangeRule }
        let rest = bytes[position...].prefix(Self.longestFooter + 1)
        guard let end = rest.firstIndex(of: 0x0A) else {
            throw rest.count > Self.longestFooter ? .tooLarge : .cutOff
        }
        return rest[..<end]
    }
}
