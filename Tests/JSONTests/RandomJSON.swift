import Chance
import JSON
import Workbench

/// Makes JSON trees of every kind, with strings and numbers that readers stumble over.
struct RandomJSON {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func value(depth: Int = 5) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .integer(Int64(bitPattern: generator.next()))
        case 3: .integer(.random(in: -9...9, using: &generator))
        case 4, 5: .string(string())
        case 6, 7: .array((0..<count()).map { _ in value(depth: depth - 1) })
        default: .object(members(depth: depth - 1))
        }
    }

    private mutating func members(depth: Int) -> [JSON.Member] {
        // The number in front keeps the names distinct.
        (0..<count()).map { JSON.Member("\($0)" + string(), value(depth: depth)) }
    }

    private mutating func string() -> String {
        (0..<count()).map { _ in piece() }.joined()
    }

    private mutating func piece() -> String {
        let pieces = [
            "yoga", "\"", "\\", "\n", "\0", "\u{1F}", "é", "e\u{301}", "😀", "ש", "\u{2028}", "/",
            "\u{7F}",
        ]
        return pieces.randomElement(using: &generator) ?? ""
    }

    private mutating func count() -> Int {
        let most = Bool.random(using: &generator) ? 3 : 20
        return .random(in: 0...most, using: &generator)
    }

    /// The bytes with a few of them changed, doubled or gone.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &generator)
            switch generator.next() % 4 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: generator.next())
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes[index], at: index)
            default: bytes[index] ^= 1 << UInt8(generator.next() % 8)
            }
        }
        return bytes
    }
}
