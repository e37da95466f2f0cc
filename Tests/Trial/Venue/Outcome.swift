import SQLite
import Studio

/// What the answer to an attempt promises.
enum Outcome: Hashable, Sendable {
    /// It is on disk.
    case acknowledged
    case refused(Studio.Refusal)
    /// Nothing has happened.
    case unavailable
    /// It may have happened or not.
    case unknown
}

extension Outcome {
    /// What an error promises; nil for one that nobody expects.
    init?(_ error: any Error) {
        switch error {
        case let refusal as Studio.Refusal: self = .refused(refusal)
        case Unavailable.diskFailed: self = .unknown
        case is Unavailable: self = .unavailable
        default: return nil
        }
    }
}
