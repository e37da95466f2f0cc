extension [JSON.Member] {
    /// Up to here comparing each with each is faster than hashing; a longer object would make it
    /// quadratic, which a sender could use against the server.
    private static var pairwiseLimit: Int { 12 }

    /// Whether no two members have the same name, compared after unescaping, byte by byte.
    var haveDistinctNames: Bool {
        count <= Self.pairwiseLimit ? areDistinctPairwise : areDistinctByHash
    }

    private var areDistinctPairwise: Bool {
        for (index, member) in enumerated() {
            for earlier in self[..<index] where earlier.name.hasSameBytes(as: member.name) {
                return false
            }
        }
        return true
    }

    private var areDistinctByHash: Bool {
        var seen: Set<[UInt8]> = []
        seen.reserveCapacity(count)
        return allSatisfy { seen.insert([UInt8]($0.name.utf8)).inserted }
    }
}
