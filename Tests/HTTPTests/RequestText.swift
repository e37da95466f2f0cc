// Requests with one thing in them that a test is about.

/// A GET with these field lines and a Host.
func get(_ lines: String...) -> String {
    request("GET / HTTP/1.1", ["Host: a"] + lines)
}

/// A request of HTTP/1.0 with these field lines and no Host.
func old(_ lines: String...) -> String {
    request("GET / HTTP/1.0", lines)
}

/// A GET of this target.
func get(target: String) -> String {
    request("GET \(target) HTTP/1.1", ["Host: a"])
}

/// A GET whose only field is this Host.
func get(host: String) -> String {
    request("GET / HTTP/1.1", ["Host: \(host)"])
}

/// A POST with a Content-Length of this text.
func post(length: String, _ body: String = "") -> String {
    request("POST / HTTP/1.1", ["Host: a", "Content-Length: \(length)"]) + body
}

/// A POST with a Transfer-Encoding of this text.
func post(coding: String, _ body: String = "0\r\n\r\n") -> String {
    request("POST / HTTP/1.1", ["Host: a", "Transfer-Encoding: \(coding)"]) + body
}

/// A POST with a body of these chunks.
func post(chunks: String) -> String {
    post(coding: "chunked", chunks)
}

func request(_ line: String, _ fields: [String]) -> String {
    ([line] + fields).joined(separator: "\r\n") + "\r\n\r\n"
}
