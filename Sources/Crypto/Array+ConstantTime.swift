import COpenSSL

extension [UInt8] {
    /// Whether these are the same bytes, found out in a time that depends on their number alone. A
    /// comparison that stops at the first difference tells how much of a guess was right.
    package func equalsInConstantTime(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBytes { mine in
            other.withUnsafeBytes { theirs in
                mine.isEmpty || CRYPTO_memcmp(mine.baseAddress, theirs.baseAddress, mine.count) == 0
            }
        }
    }
}
