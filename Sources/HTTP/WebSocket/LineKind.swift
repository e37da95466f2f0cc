/// What is spoken on a line.
package enum LineKind: Sendable {
    /// Messages by RFC 6455, behind a 101.
    case webSocket
    /// Pieces of a body, as server-sent events are. The beat is sent now and then where nothing else is, so that
    /// nobody between takes the connection for dead, and so that a client that is gone is noticed.
    case pieces(beat: [UInt8])
}
