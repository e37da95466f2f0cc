/// How much of anything one request may bring. A limit is a promise to every other client: what one of
/// them sends can't cost the others more than this.
package enum Limits {
    /// RFC 9112 section 3 asks for at least 8,000 bytes; longer targets are mistakes or attacks.
    package static let requestLine = 8 * 1_024
    /// All field lines together. Browsers with large cookies stay under 8 KiB.
    package static let headerBlock = 16 * 1_024
    /// Field lines of one request; browsers send about 20.
    package static let fieldCount = 100
    /// Chunk extensions and trailers are read and dropped: nobody needs more to say nothing.
    package static let chunkOverhead = 4 * 1_024
    /// A JSON body. The largest that the contract describes is under 10 KiB; imports are files.
    package static let jsonBody = 1_024 * 1_024
    /// A JSON body that holds a form's worth: nothing in it is long, so it needn't be.
    package static let smallJSONBody = 128 << 10
    /// A message of a WebSocket, its fragments together: clients have little to say here.
    package static let webSocketMessage = 64 * 1_024
}
