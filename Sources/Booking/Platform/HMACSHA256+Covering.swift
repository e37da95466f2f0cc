import Crypto

extension HMACSHA256 {
    /// Hides bytes, or shows those that were hidden with the same nonce: counter mode (NIST SP 800-38A section
    /// 6.5) with HMAC in place of a block cipher, so that doing it twice gives what there was.
    func covering(_ bytes: ArraySlice<UInt8>, nonce: ArraySlice<UInt8>) throws -> [UInt8] {
        var covered = Array(bytes)
        for start in stride(from: 0, to: covered.count, by: HMACSHA256.size) {
            let pad = try code(of: (nonce + UInt64(start).bigEndianBytes)[...])
            for index in start..<min(start + HMACSHA256.size, covered.count) {
                covered[index] ^= pad[index - start]
            }
        }
        return covered
    }
}
