import SQLite

/// How far something that is to be told has come.
package enum DeliveryState: String, CaseIterable, Sendable, Bindable {
    case pending
    case delivered
    /// Given up. Somebody can have it tried again.
    case dead
}
