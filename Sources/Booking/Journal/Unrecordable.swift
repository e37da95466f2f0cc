/// An entry that can't be recorded, since no replay could make the same of it: a mistake in the program.
package enum Unrecordable: Error, Equatable, CustomStringConvertible {
    /// No chapter has this kind.
    case unknownKind(String)
    /// What the kind's schema reads is not what it wrote.
    case changedBySchema(String)

    package var description: String {
        switch self {
        case .unknownKind(let kind): "no chapter of the journal has the kind \(kind)"
        case .changedBySchema(let kind): "the schema of \(kind) reads another value than it wrote"
        }
    }
}
