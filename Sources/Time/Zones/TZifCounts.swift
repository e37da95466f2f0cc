/// The header of a TZif file: how many of what comes behind it (RFC 9636, section 3.1).
struct TZifCounts {
    /// A zone has some 250 changes, in a file that names each of them until 2037.
    static let mostChanges = 5_000
    /// A change names its type in one byte.
    static let mostTypes = 256
    /// Names, and leap seconds: there have been 27.
    static let mostOthers = 4_096

    let version: Int
    let universal: Int
    let standard: Int
    let leapSeconds: Int
    let changes: Int
    let types: Int
    let letters: Int

    init(from reader: inout TZifReader) throws(TZifFault) {
        guard try reader.bytes(4).elementsEqual("TZif".utf8) else { throw .anotherFormat }
        version = try Self.version(reader.integer(bytes: 1))
        try reader.skip(15)
        universal = try reader.count(atMost: Self.mostTypes)
        standard = try reader.count(atMost: Self.mostTypes)
        leapSeconds = try reader.count(atMost: Self.mostOthers)
        changes = try reader.count(atMost: Self.mostChanges)
        types = try reader.count(atMost: Self.mostTypes)
        letters = try reader.count(atMost: Self.mostOthers)
    }

    /// Zero, or a digit. Those to come will still be read as these (section 3.1: only add).
    private static func version(_ byte: Int64) throws(TZifFault) -> Int {
        switch byte {
        case 0: return 1
        case 0x32...0x39: return Int(byte) - 0x30
        default: throw .anotherFormat
        }
    }

    /// The length of what comes behind, with moments of four or eight bytes (section 3.2).
    func size(ofMoment width: Int) -> Int {
        changes * (width + 1) + types * 6 + letters + leapSeconds * (width + 4) + standard
            + universal
    }
}
