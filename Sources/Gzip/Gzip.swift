/// Compresses bodies as gzip (RFC 1952).
package enum Gzip {
    /// How many bytes are compressed before others get a turn: about a third of a millisecond of work.
    package static let turn = 64 * 1_024

    /// The body, compressed at once; `level` is zlib's, 1 is fastest, 9 smallest.
    package static func compress(_ body: [UInt8], level: Int) throws(GzipError) -> [UInt8] {
        var deflater = try Deflater(level: level)
        return try deflater.compress(body[...], isLast: true)
    }

    /// Compresses a long body piece by piece and hands each on; between them the thread's other work
    /// runs.
    package static func compress(
        _ body: [UInt8], level: Int, write: ([UInt8]) async throws -> Void
    ) async throws {
        var deflater = try Deflater(level: level)
        var rest = body[...]
        while rest.count > turn {
            let piece = try deflater.compress(rest.prefix(turn), isLast: false)
            rest = rest.dropFirst(turn)
            if !piece.isEmpty { try await write(piece) }
            await Task.yield()
        }
        try await write(try deflater.compress(rest, isLast: true))
    }
}
