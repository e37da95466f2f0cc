import Crypto
import Synchronization

/// Access tokens whose signatures were found right, so that a client that sends the same one with each request
/// has it computed once.
///
/// A token is kept with what it says, byte for byte, and nothing is left out of looking: whether its time is over
/// and how its account stands now is for the asker to see, each time. It keeps a fixed number of them. A new one
/// takes the place of another that happens to lie there, and costs that one a computation.
final class VerifiedTokens: Sendable {
    private struct Known {
        let token: [UInt8]
        let claims: AccessClaims
    }

    /// Longer ones are computed each time: a few roles make 600 bytes, and all of this 4 MB at most.
    private static let longest = 1_024

    private let places: Mutex<[Known?]>
    private let count: Int

    init(count: Int = 4_096) {
        self.count = count
        places = Mutex(Array(repeating: nil, count: count))
    }

    /// What a token says that was verified before.
    func claims(of token: [UInt8]) -> AccessClaims? {
        guard let place = place(of: token), let known = places.withLock({ $0[place] }),
            known.token.equalsInConstantTime(token)
        else { return nil }
        return known.claims
    }

    func add(_ token: [UInt8], _ claims: AccessClaims) {
        guard let place = place(of: token) else { return }
        let known = Known(token: token, claims: claims)
        places.withLock { $0[place] = known }
    }

    /// A place by the end of the signature, which is as good as random. The hash is keyed anew in every process
    /// (`Hasher`), so that nobody can aim at the place of somebody else's.
    private func place(of token: [UInt8]) -> Int? {
        guard (16...VerifiedTokens.longest).contains(token.count) else { return nil }
        let end = token.span.extracting(last: 16)
        var (first, second) = (UInt64(0), UInt64(0))
        for index in 0..<8 {
            first = first << 8 | UInt64(end[index])
            second = second << 8 | UInt64(end[index + 8])
        }
        var hasher = Hasher()
        hasher.combine(first)
        hasher.combine(second)
        return Int(UInt(bitPattern: hasher.finalize()) % UInt(count))
    }
}
