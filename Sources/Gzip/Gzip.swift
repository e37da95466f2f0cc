/// Compresses bodies as gzip (RFC 1952).
package enum Gzip {
    /// How many bytes are compressed before others get a turn: about a third of a millisecond of work.
    private static let turn = 64 * 1_024

    /// The body, compressed; `level` is zlib's, 1 is fastest, 9 smallest. A long body lets the thread's
    /// other work run in between.
    package static func compress(
        _ body: [UInt8], level: Int
    ) async throws(GzipError) -> [UInt8] {
        var deflater = try Deflater(level: level)
        var output = [UInt8](repeating: 0, count: deflater.bound(body.count))
        var rest = body[...]
        while rest.count > turn {
            try deflater.compress(rest.prefix(turn), isLast: false, into: &output)
            rest = rest.dropFirst(turn)
            await Task.yield()
        }
        try deflater.compress(rest, isLast: true, into: &output)
        return Array(output[..<deflater.written])
    }
}
