/// A connection that stays open behind its answer, so that the client can be told something at any time: a
/// WebSocket, or a stream of pieces without an end.
///
/// It may be used from any thread. What is sent after its end goes nowhere.
package protocol Line: AnyObject, Sendable {
    /// Sends a text message, or a piece of the stream, without waiting. A client that takes too little of what is sent
    /// is cut off: a WebSocket with 1013.
    func send(_ bytes: [UInt8])

    /// Ends it; a WebSocket says why.
    func end(_ closing: Closing)
}
