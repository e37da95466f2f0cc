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
        Content<Keyed<Value>>(document: document, limit: limit) { [check] request in
            _ = try IdempotencyKey(request)
            try check(request)
        } decode: { [decode] body, request, faults in
            guard let value = try decode(body, request, &faults) else { return nil }
            let key = try IdempotencyKey(request)
            return Keyed(value: value, name: key.map { Keyed.Name(key: $0, body: body) })
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
