import Chance

/// Ways to cut a stream into the pieces that arrive one after the other.
enum FuzzCutting {
    static func whole(_ bytes: [UInt8]) -> [[UInt8]] {
        [bytes]
    }

    static func once(_ bytes: [UInt8], at cut: Int) -> [[UInt8]] {
        [Array(bytes[..<cut]), Array(bytes[cut...])]
    }

    static func byteByByte(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.map { [$0] }
    }

    /// Pieces of random lengths, in some cuttings short ones and in some long ones.
    static func random(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [[UInt8]] {
        let longest = 1 + random.below(1 << (1 + random.below(12)))
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + 1 + random.below(longest))
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        return pieces
    }
}
