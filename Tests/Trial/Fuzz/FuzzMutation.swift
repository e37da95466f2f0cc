import Chance

/// Changes to bytes, of the kinds that find faults in parsers.
struct FuzzMutation {
    /// Texts that mean something where they are put.
    let tokens: [[UInt8]]
    /// Numbers at the edges of types and limits.
    let numbers: [[UInt8]]

    init(tokens: [String], numbers: [String]) {
        self.tokens = tokens.map { [UInt8](latin1: $0) }
        self.numbers = numbers.map { [UInt8](latin1: $0) }
    }

    /// The bytes with one to six changes; `other` is what pieces are borrowed from.
    func mutated(_ bytes: [UInt8], with other: [UInt8], _ random: inout SeededGenerator) -> [UInt8]
    {
        var bytes = bytes
        for _ in 0...random.below(6) { change(&bytes, other, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) {
        let place = random.below(bytes.count + 1)
        switch random.below(12) {
        case 0, 1: flip(&bytes, &random)
        case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        case 3: bytes.removeSubrange(part(of: bytes, &random))
        case 4: bytes.insert(contentsOf: bytes[part(of: bytes, &random)], at: place)
        case 5: bytes.replaceSubrange(place..., with: other[random.below(other.count + 1)...])
        case 6: bytes.insert(contentsOf: other[part(of: other, &random)], at: place)
        case 7: bytes += other
        case 8: replaceNumber(&bytes, &random)
        case 9 where random.below(8) == 0: stretch(&bytes, at: place, &random)
        default: bytes.insert(contentsOf: random.pick(tokens), at: place)
        }
    }

    private func flip(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
    }

    private func part(of bytes: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
        let start = random.below(bytes.count + 1)
        let most = random.below(4) == 0 ? bytes.count : 16
        return start..<min(bytes.count, start + random.below(most + 1))
    }

    /// Puts an edge in the place of one of the numbers.
    private func replaceNumber(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let from = random.below(bytes.count + 1)
        guard let start = bytes[from...].firstIndex(where: FuzzMutation.isDigit) else { return }
        let digits = bytes[start...].prefix(while: FuzzMutation.isDigit)
        bytes.replaceSubrange(start..<digits.endIndex, with: random.pick(numbers))
    }

    /// Makes something as long as a limit, give or take a few bytes.
    private func stretch(_ bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator) {
        let length = random.pick([255, 4_096, 8_192, 16_384]) - 8 + random.below(16)
        let byte = bytes.isEmpty ? 0x61 : bytes[random.below(bytes.count)]
        bytes.insert(contentsOf: [UInt8](repeating: byte, count: length), at: place)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }
}
