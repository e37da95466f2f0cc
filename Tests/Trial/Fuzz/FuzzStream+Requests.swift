extension FuzzStream {
    /// Requests that are as they should be, without bodies.
    static let requests = [
        FuzzStream("nothing", ""),
        FuzzStream("get", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("half a get", "GET /sessions HTTP/1.1\r\nHo"),
        FuzzStream(
            "browser",
            "GET /api/sessions?from=2026-01-01&to=2026-02-01&q=yin+%26+yang HTTP/1.1\r\n"
                + "Host: studio.example:8443\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
                + "Accept: application/json, text/html;q=0.9, */*;q=0.1\r\n"
                + "Accept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n"
                + "Cookie: a=1; b=\"2\"\r\nAuthorization: Bearer abc.def.ghi\r\n\r\n"),
        FuzzStream("empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("1.0 without a host", "GET /x HTTP/1.0\r\n\r\n"),
        FuzzStream("1.0 kept alive", "GET /x HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"),
        FuzzStream("1.9", "GET /x HTTP/1.9\r\nHost: a\r\n\r\n"),
        FuzzStream("close", "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, close\r\n\r\n"),
        FuzzStream("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("absolute", "GET http://b:81/x?y HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("absolute, no path", "HEAD HTTPS://b?q HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("bracketed host", "GET / HTTP/1.1\r\nHost: [2001:db8::1]:80\r\n\r\n"),
        FuzzStream("escapes", "DELETE /%2e%2e/%00/%c3%a9//a%2Fb/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream("blanks around", "GET / HTTP/1.1\r\nHost:\t a \t\r\nX:\r\nY: \r\n\r\n"),
        FuzzStream("bytes above ASCII", "GET / HTTP/1.1\r\nHost: a\r\nX: \u{80}\u{FF}\r\n\r\n"),
        FuzzStream(
            "three pipelined",
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nHEAD /2 HTTP/1.1\r\nHost: a\r\n\r\n"
                + "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
        FuzzStream(
            "empty lines between",
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n\r\n"),
    ]
}
