import SQLite
import Time

@testable import Booking

/// Every question about answers that are kept for retries, once.
enum RetryQuestions {
    static func ask(_ tx: Transaction) throws {
        let hash = [UInt8](repeating: 0, count: 32)
        let place = RepeatableRequest.Place(scope: "a", keyHash: hash)
        let kept = KeptAnswerStore.Kept(fingerprint: hash, status: 201, sealed: [])
        _ = try KeptAnswerStore.find(place, keptAfter: tx.now, tx)
        try KeptAnswerStore.free(place, keptUntil: tx.now, in: tx)
        _ = try KeptAnswerStore.insert(kept, at: place, about: "a", in: tx)
        try KeptAnswerStore.sweep(keptUntil: tx.now, atMost: 1, in: tx)
        try KeptAnswerStore.trim("a", to: 1, in: tx)
        try KeptAnswerStore.trim(to: 1, in: tx)
        try KeptAnswerStore.deleteAll(of: "a", in: tx)
    }
}
