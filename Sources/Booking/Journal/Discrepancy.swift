/// Why a database is not what its journal says, or not what it must be.
package enum Discrepancy: Error, CustomStringConvertible {
    /// The versions of a stream have a gap, or don't rise with the entries.
    case versions(stream: String, version: Int)
    case replay(ReplayFailure)
    case row(RowDifference)
    case brokenReference(BrokenReference)
    /// An invariant doesn't hold, and this is the first place where it doesn't.
    case invariant(String, breach: String)
    /// What SQLite's integrity check says first.
    case damage(String)

    package var description: String {
        switch self {
        case .versions(let stream, let version):
            "the stream \(stream) goes wrong at its version \(version)"
        case .replay(let failure): "\(failure)"
        case .row(let difference): "\(difference)"
        case .brokenReference(let broken): "\(broken)"
        case .invariant(let name, let breach): "this doesn't hold: \(name); see \(breach)"
        case .damage(let what): "the file is damaged: \(what)"
        }
    }
}
