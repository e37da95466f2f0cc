extension FuzzStream {
    /// Streams that are refused, each for another reason.
    static let faults = [
        FuzzStream("bare LF", "GET / HTTP/1.1\nHost: a\n\n"),
        FuzzStream("bare CR", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"),
        FuzzStream("CR CR LF", "GET / HTTP/1.1\r\nHost: a\r\r\n\r\n"),
        FuzzStream("NUL", "GET / HTTP/1.1\r\nHost: a\0\r\n\r\n"),
        FuzzStream("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("two blanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("blank behind", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"),
        FuzzStream("0.9", "GET /\r\n"),
        FuzzStream("2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        FuzzStream("method", "MKCOL / HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("connect", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n"),
        FuzzStream("TLS", "\u{16}\u{03}\u{01}\u{02}\u{00}\u{01}\u{00}\u{01}\u{FC}\u{03}\u{03}"),
        FuzzStream(
            "WebSocket behind an upgrade",
            "GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                + "\u{81}\u{85}abcd\u{00}\u{01}\u{02}\u{03}\u{04}"),
        FuzzStream("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("no host", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"),
        FuzzStream("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
        FuzzStream("bad host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        FuzzStream("blank before a colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
        FuzzStream("folded", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"),
        FuzzStream("expectation unmet", "PUT / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n"),
        FuzzStream("sign", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\nx"),
        FuzzStream("list", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\nx"),
        FuzzStream(
            "overflow", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775808\r\n\r\nx"),
        FuzzStream(
            "both framings",
            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n"),
        FuzzStream(
            "gzip, chunked",
            "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        FuzzStream(
            "1.0 in chunks", "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        faultyChunks("size with a blank", "5 \r\nhello\r\n0\r\n\r\n"),
        faultyChunks("size 0x5", "0x5\r\nhello\r\n0\r\n\r\n"),
        faultyChunks("size overflows", "10000000000000000\r\nx"),
        faultyChunks("no size", "\r\nhello\r\n"),
        faultyChunks("chunk too long", "4\r\nhello\r\n0\r\n\r\n"),
        faultyChunks("LF behind a chunk", "5\r\nhello\n0\r\n\r\n"),
        faultyChunks("CR without LF behind a chunk", "5\r\nhello\rx0\r\n\r\n"),
        faultyChunks("bad trailer", "0\r\nX : y\r\n\r\n"),
        faultyChunks("NUL in an extension", "1;\0\r\nx\r\n0\r\n\r\n"),
    ]

    private static func faultyChunks(_ name: String, _ body: String) -> FuzzStream {
        FuzzStream(name, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
    }
}
