import COpenSSL

/// Bytes that nobody shall find in memory later: they are overwritten when they are given up.
struct SecretBytes: ~Copyable {
    private let memory: UnsafeMutableRawBufferPointer

    /// So many zeros.
    init(count: Int) {
        memory = .allocate(byteCount: count, alignment: 1)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    init(_ bytes: [UInt8]) {
        memory = .allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
    }

    /// Bytes with one more behind them, as C ends a text.
    init(_ bytes: ArraySlice<UInt8>, terminator: UInt8) {
        memory = .allocate(byteCount: bytes.count + 1, alignment: 1)
        memory.copyBytes(from: bytes)
        memory[bytes.count] = terminator
    }

    deinit {
        OPENSSL_cleanse(memory.baseAddress, memory.count)
        memory.deallocate()
    }

    var count: Int { memory.count }

    /// The bytes, for a C function that writes them or that takes no pointer to what doesn't change.
    var pointer: UnsafeMutablePointer<UInt8>? {
        memory.assumingMemoryBound(to: UInt8.self).baseAddress
    }

    /// The bytes as C's characters.
    func withCharacters<Result>(_ body: (UnsafePointer<CChar>?) -> Result) -> Result {
        body(UnsafePointer(memory.assumingMemoryBound(to: CChar.self).baseAddress))
    }

    /// The bytes as others see them.
    func copy() -> [UInt8] { Array(memory) }

    /// Whether these are the same bytes, found out in a time that depends on their number alone.
    func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return other.withUnsafeBytes {
            CRYPTO_memcmp(memory.baseAddress, $0.baseAddress, count) == 0
        }
    }
}
