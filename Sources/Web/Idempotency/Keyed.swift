import HTTP

/// The body of a request that may come again.
package struct Keyed<Value: Sendable>: Sendable {
    /// The request's name, with the bytes of its body.
    package struct Name: Sendable {
        package let key: IdempotencyKey
        package let body: [UInt8]
    }

    package let value: Value
    /// Nil where the client gave it none.
    package let name: Name?
}

extension Content {
    /// The same body, with the request's key and the bytes as they came. A key that is none is refused
    /// before a byte of the body is read. Without a key, nothing is done besides.
    var keyed: Content<Keyed<Value>> {
        let (limit, read) = (limit, read)
        return Content<Keyed<Value>>(document: document, limit: limit) { request, faults in
            guard let key = try IdempotencyKey(request) else {
                return try await read(request, &faults).map { Keyed(value: $0, name: nil) }
            }
            var body: [UInt8] = []
            if let limit { body = try await request.body.collect(upTo: limit) }
            let collected = Request(
                head: request.head, body: .bytes(body), exchange: request.exchange)
            return try await read(collected, &faults).map {
                Keyed(value: $0, name: .init(key: key, body: body))
            }
        }
    }
}

extension Inputs {
    /// The same inputs of requests that may come again.
    package var keyed: Inputs<Path, Query, Keyed<Body>> {
        var keyed = content(content.keyed)
        keyed.fields.append(.idempotencyKey)
        return keyed
    }
}
