/// A request's body: there already, or still to be read.
package enum RequestBody: Sendable {
    case none
    case bytes([UInt8])
    case source(any BodySource, length: Int?)

    /// The whole body where there is a limit; without one it isn't read.
    package func collect(upTo limit: Int?) async throws -> [UInt8] {
        guard let limit else { return [] }
        return try await collect(upTo: limit)
    }

    /// The whole body, or the fault that it is longer than `limit`.
    ///
    /// A body that says it is too long is refused before a byte of it is read, and nobody who waits
    /// for `100 Continue` is told to send it.
    package func collect(upTo limit: Int) async throws -> [UInt8] {
        switch self {
        case .none:
            return []
        case .bytes(let bytes):
            guard bytes.count <= limit else { throw BodyTooLarge(limit: limit) }
            return bytes
        case .source(let source, let length):
            guard (length ?? 0) <= limit else { throw BodyTooLarge(limit: limit) }
            var whole: [UInt8] = []
            while let piece = try await source.next() {
                guard whole.count + piece.count <= limit else { throw BodyTooLarge(limit: limit) }
                if whole.isEmpty { whole = piece } else { whole += piece }
            }
            return whole
        }
    }
}
