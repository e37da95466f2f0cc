/// One request, as a handler sees it.
package struct Request: Sendable {
    package var head: RequestHead
    package var body: RequestBody
    /// The connection that it came on.
    package let exchange: any Exchange

    package init(head: RequestHead, body: RequestBody, exchange: any Exchange) {
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
    package init(
        _ method: Method, _ target: String, _ fields: [(String, String)] = [], body: [UInt8] = [],
        exchange: any Exchange
    ) throws(Refusal) {
        let head = RequestHead(
            method: method, target: try Target(target), version: .http11,
            fields: RequestFields(fields),
            framing: body.isEmpty ? .none : .length(body.count), host: "localhost",
            keepsAlive: true, expectsContinue: false)
        self.init(head: head, body: body.isEmpty ? .none : .bytes(body), exchange: exchange)
    }
}
