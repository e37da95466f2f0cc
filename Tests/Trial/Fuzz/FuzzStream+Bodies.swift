extension FuzzStream {
    /// Requests with bodies of either framing.
    static let bodies = [
        FuzzStream("length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"),
        FuzzStream("length 0", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"),
        FuzzStream("length 003", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 003\r\n\r\nabc"),
        FuzzStream("half a body", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"),
        FuzzStream(
            "longest length",
            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775807\r\n\r\nabc"),
        FuzzStream(
            "line ends in a body",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\n\r\n\r\n\r\0\n"),
        FuzzStream(
            "expectation",
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n{}"),
        FuzzStream(
            "pipelined behind a body",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"
                + "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream(
            "empty line behind a body",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}\r\n"
                + "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        chunked("chunks", "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"),
        chunked("no chunks", "0\r\n\r\n"),
        chunked("half a chunk", "a\r\nhel"),
        chunked("half a size", "1f"),
        chunked("a chunk's line end is missing", "2\r\n{}"),
        chunked("hexadecimal of both cases", "0a\r\n0123456789\r\n0A\r\n0123456789\r\n000\r\n\r\n"),
        chunked("extensions", "1;a;b=c;d=\"e;f\"\r\nx\r\n0;end\r\n\r\n"),
        chunked("trailers", "1\r\nx\r\n0\r\nETag: \"1\"\r\nX-Sum: 5 \r\n\r\n"),
        chunked("half a trailer", "1\r\nx\r\n0\r\nETag: \"1\"\r\nX-S"),
        chunked("pipelined behind chunks", "1\r\nx\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        chunked("largest size", "7fffffffffffffff\r\nabc"),
        chunked("line ends in chunks", "4\r\n\r\n\r\n\r\n2\r\n\r\n\r\n0\r\n\r\n"),
    ]

    /// A POST with this body, chunks and all.
    private static func chunked(_ name: String, _ body: String) -> FuzzStream {
        FuzzStream(
            name, "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
    }
}
