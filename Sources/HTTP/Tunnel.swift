/// A connection that has left HTTP (`Upgrade`): bytes both ways.
package protocol Tunnel: BodySink {
    /// The next bytes of the client, or nil when it sends no more.
    func read() async throws -> [UInt8]?
}
