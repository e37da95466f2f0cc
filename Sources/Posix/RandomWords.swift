import Glibc
import Synchronization

/// The system's random numbers, fetched many at a time: asking it for each takes as long as to make an id of two.
package final class RandomWords: Sendable {
    /// 256 bytes are the most that come at once (getentropy(3)).
    private static let atOnce = 32

    private let words = Mutex<[UInt64]>([])

    package init() {}

    /// A number that nobody can tell beforehand, and that nobody else gets.
    package func next() -> UInt64 {
        words.withLock { words in
            if let word = words.popLast() { return word }
            words = RandomWords.fetch()
            return words.popLast() ?? .random(in: .min ... .max)
        }
    }

    /// Numbers from the system; none where it has none.
    private static func fetch() -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: atOnce) { words, count in
            count = getentropy(words.baseAddress, 8 * atOnce) == 0 ? atOnce : 0
        }
    }
}
