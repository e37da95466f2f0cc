/// One request, as a handler sees it.
///
/// A class because it is handed through many layers and never changes: passing it on is one pointer.
package final class Request: Sendable {
    package let head: RequestHead
    package let body: RequestBody
    /// The connection that it came on.
    package let exchange: any Exchange

    package init(head: consuming RequestHead, body: RequestBody, exchange: any Exchange) {
        self.head = head
        self.body = body
        self.exchange = exchange
    }

    package var method: Method { head.method }
    package var target: Target { head.target }
    package var fields: RequestFields { head.fields }
}

extension Request {
    /// A request made by hand, for tests and for what the server asks itself.
    package convenience init(
        _ method: Method, _ target: String, _ fields: [(String, String)] = [], body: [UInt8] = [],
        exchange: any Exchange
    ) throws(Refusal) {
        let head = RequestHead(
            method: method, target: try Target(target), version: .http11,
            fields: RequestFields(fields),
            framing: body.isEmpty ? .none : .length(body.count), hostRange: nil,
            keepsAlive: true, expectsContinue: false)
        self.init(head: head, body: body.isEmpty ? .none : .bytes(body), exchange: exchange)
    }
}
