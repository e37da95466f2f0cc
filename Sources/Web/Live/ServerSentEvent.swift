import HTTP

/// Pieces of an event stream, as browsers read it
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
package enum ServerSentEvent {
    package static let mediaType = "text/event-stream"

    /// A comment, for whoever waits and for whatever counts silence on the way.
    package static let beat = Array(":\n\n".utf8)

    /// An event of one line, as JSON is. It has no name of its own, so that a page gets every one by `onmessage`.
    ///
    /// - Parameter id: What the client says as `Last-Event-ID` when it comes again.
    package static func event(id: Int, _ data: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.count + 40)
        bytes += "id: \(id)\ndata: ".utf8
        bytes += data
        bytes += "\n\n".utf8
        return bytes
    }

    /// How many milliseconds a client waits before it comes again.
    package static func retry(after milliseconds: Int) -> [UInt8] {
        Array("retry: \(milliseconds)\n\n".utf8)
    }
}
