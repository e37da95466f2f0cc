/// Where a streamed answer goes.
package protocol BodySink: AnyObject, Sendable {
    /// Hands over a piece and returns when there is room for the next: a slow reader slows the writer
    /// down instead of filling memory. Throws when the client has gone.
    func write(_ piece: [UInt8]) async throws
}
