import JSON

/// A request that a client makes.
package struct Call: Sendable {
    package let method: String
    package let path: String
    package var token: String?
    package var fields: [(name: String, value: String)] = []
    package var body: [UInt8]?

    /// `Call("POST", "/bookings")`: the path is below `/api/v1`.
    package init(_ method: String, _ path: String, _ body: JSON? = nil, by token: String? = nil) {
        self.method = method
        self.path = path
        self.token = token
        self.body = body?.bytes
    }

    package func with(_ name: String, _ value: String) -> Call {
        var call = self
        call.fields.append((name, value))
        return call
    }

    var bytes: [UInt8] {
        var head = "\(method) /api/v1\(path) HTTP/1.1\r\nHost: roost.test\r\n"
        if let token { head += "Authorization: Bearer \(token)\r\n" }
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if let body {
            head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
        } else if method != "GET" {
            head += "Content-Length: 0\r\n"
        }
        return Array("\(head)\r\n".utf8) + (body ?? [])
    }
}

extension Call: CustomStringConvertible {
    package var description: String {
        "\(method) \(path) \(body.map { String(decoding: $0, as: UTF8.self) } ?? "")"
    }
}
