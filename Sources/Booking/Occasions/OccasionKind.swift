import SQLite

/// What sort of thing takes place: the documents have a word, a shape and rules of its own for each.
package enum OccasionKind: String, CaseIterable, Sendable, Bindable {
    case `class`
    case session
    case event
}
