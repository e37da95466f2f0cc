/// What a server sends on a WebSocket.
package enum Reply: Equatable, Sendable {
    case text(String)
    case ping
    case pong(String)
    /// A Close frame with this code, or with none.
    case close(UInt16?)
    /// The end of the connection.
    case end
}
