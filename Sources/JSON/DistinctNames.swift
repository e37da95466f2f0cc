extension [JSON.Member] {
    /// Up to here comparing each with each is faster than hashing; a longer object would make it
    /// quadratic, which a sender could use against the server.
    private static var pairwiseLimit: Int { 12 }

    /// Whether no two members have the same name, compared after unescaping, byte by byte.
    var haveDistinctNames: Bool {
        count <= Self.pairwiseLimit ? areDistinctPairwise : areDistinctByHash
    }

    private var areDistinctPairwise: Bool {
        for index in indices {
            for earlier in 0..<index where self[earlier].name.hasSameBytes(as: self[index].name) {
                return false
            }
        }
        return true
    }

    private var areDistinctByHash: Bool {
        var seen: Set<NameBytes> = []
        seen.reserveCapacity(count)
        return allSatisfy { seen.insert(NameBytes(name: $0.name)).inserted }
    }
}

/// A name that is the same only if its bytes are, unlike a `String`.
private struct NameBytes: Hashable {
    let name: String

    static func == (a: NameBytes, b: NameBytes) -> Bool {
        a.name.hasSameBytes(as: b.name)
    }

    /// Feeds eight bytes at a time, which the hasher takes as fast as one.
    func hash(into hasher: inout Hasher) {
        var word: UInt64 = 0
        for (index, byte) in name.utf8.enumerated() {
            word = word << 8 | UInt64(byte)
            if index % 8 == 7 { hasher.combine(word) }
        }
        hasher.combine(word)
        hasher.combine(name.utf8.count)
    }
}
