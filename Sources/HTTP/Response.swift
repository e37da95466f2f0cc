/// One answer.
package struct Response: Sendable {
    package var status: Status
    package var fields: ResponseFields
    package var body: Body
    /// Whether a streamed body has no end of its own, as one of notices has none: a server that stops
    /// ends it, while it waits for any other.
    package var isEndless = false

    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// Made while it is sent. Without a length it goes out in chunks.
        case stream(length: Int?, @Sendable (any BodySink) async throws -> Void)
        /// 101: the connection leaves HTTP and belongs to the closure until it returns.
        case upgrade(@Sendable (any Tunnel) async -> Void)
        /// Stays open for somebody who tells the client something when there is something to tell. No task waits with
        /// it meanwhile, so that thousands cost little.
        case line(LineKind, any LineHolder)
    }

    /// The body, where it is there as a whole.
    package var wholeBody: [UInt8] {
        if case .bytes(let bytes) = body { return bytes }
        return []
    }

    package init(_ status: Status, _ fields: ResponseFields = ResponseFields(), body: Body = .none)
    {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
