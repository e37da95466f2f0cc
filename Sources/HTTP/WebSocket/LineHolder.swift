/// Who is at our end of a line. It is called on the loop of its connection, where nobody may block.
package protocol LineHolder: AnyObject, Sendable {
    /// The client is there. This comes first, if it comes at all.
    func opened(_ line: any Line)

    /// The client of a WebSocket has sent a whole text.
    func received(_ text: [UInt8])

    /// Everything that was sent has been taken.
    func drained()

    /// Nothing can be sent any more. This comes last, once.
    func closed()
}
