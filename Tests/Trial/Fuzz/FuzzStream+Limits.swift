import HTTP

extension FuzzStream {
    /// Streams that lie at a limit, and one byte past it.
    static let limits = [0, 1].flatMap { past in
        [
            FuzzStream("request line, limit + \(past)", requestLine(Limits.requestLine + past)),
            FuzzStream("header block, limit + \(past)", headerBlock(Limits.headerBlock + past)),
            FuzzStream("fields, limit + \(past)", fields(Limits.fieldCount + past)),
            FuzzStream("extension, limit + \(past)", extensions(Limits.chunkOverhead + past)),
            FuzzStream("trailers, limit + \(past)", trailers(Limits.chunkOverhead + past)),
        ]
    }

    /// A request whose first line has so many bytes, its end not counted.
    static func requestLine(_ length: Int) -> String {
        let rest = "GET / HTTP/1.1".utf8.count
        return "GET /\(letters(length - rest)) HTTP/1.1\r\nHost: a\r\n\r\n"
    }

    /// A request whose field lines have so many bytes, the last line's end not counted.
    static func headerBlock(_ length: Int) -> String {
        let host = "Host: a\r\n"
        // Two fields, so that the limit is seen to be one of all lines together.
        let first = "X: \(letters(9_000))\r\n"
        let rest = length - host.utf8.count - first.utf8.count - "Y: ".utf8.count
        return "GET / HTTP/1.1\r\n\(host)\(first)Y: \(letters(rest))\r\n\r\n"
    }

    /// A request with so many fields.
    static func fields(_ count: Int) -> String {
        let others = String(repeating: "X: y\r\n", count: count - 1)
        return "GET / HTTP/1.1\r\nHost: a\r\n\(others)\r\n"
    }

    /// A chunked request whose extensions have so many bytes, in two chunks.
    static func extensions(_ length: Int) -> String {
        let half = length / 2
        return chunkedHead + "1;\(letters(half - 1))\r\nx\r\n"
            + "1;\(letters(length - half - 1))\r\ny\r\n0\r\n\r\n"
    }

    /// A chunked request whose extension and trailers have so many bytes, line ends not counted.
    static func trailers(_ length: Int) -> String {
        chunkedHead + "1;abc\r\nx\r\n0\r\nX: \(letters(1_000))\r\n"
            + "Y: \(letters(length - 1_010))\r\n\r\n"
    }

    private static let chunkedHead =
        "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func letters(_ count: Int) -> String {
        String(repeating: "a", count: count)
    }
}
