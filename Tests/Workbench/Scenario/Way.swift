/// How a scenario's requests get to the application.
package enum Way: CaseIterable, Sendable {
    /// Made as values and handed over.
    case inMemory
    /// Written to a socket, read by a server, answered over the wire.
    case overSocket
}
