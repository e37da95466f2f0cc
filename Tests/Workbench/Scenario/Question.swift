import HTTP

/// A request as a test writes it, before it has gone any way.
package struct Question: Sendable {
    package let method: Method
    package let target: String
    package let fields: [(String, String)]
    package let body: [UInt8]?

    package init(
        _ method: Method, _ target: String, _ fields: [(String, String)] = [],
        body: [UInt8]? = nil
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }

    /// As it goes over the wire.
    var bytes: [UInt8] {
        var lines = ["\(method.rawValue) \(target) HTTP/1.1", "Host: roost.test"]
        lines += fields.map { "\($0): \($1)" }
        if let body { lines.append("Content-Length: \(body.count)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])
    }
}
