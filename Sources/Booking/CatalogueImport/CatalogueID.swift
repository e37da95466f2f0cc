import Crypto

/// The ids of what comes from other systems.
enum CatalogueID {
    /// The id that the old one becomes: the same at each import, so that nothing comes in twice.
    ///
    /// It is a UUID of version 8, whose bits are for everybody to fill (RFC 9562 section 5.8): here with a
    /// hash of the kind and the old id.
    static func made(from old: String, _ kind: CatalogueKind) throws(OpenSSLError) -> String {
        var bytes = Array(try SHA256.hash(of: Array("roost/\(kind.noun)/\(old)".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        var digits = Array(bytes.hexadecimal.utf8)
        for place in [20, 16, 12, 8] { digits.insert(UInt8(ascii: "-"), at: place) }
        return String(decoding: digits, as: UTF8.self)
    }
}
