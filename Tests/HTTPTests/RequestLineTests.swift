import HTTP
import Testing

@Suite("A request line")
struct RequestLineTests {
    @Test("It is a method, a target and a version")
    func parts() throws {
        let head = try head("PUT /a?b HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(head.method == .put)
        #expect(head.target.pathText == "/a")
        #expect(head.version == .http11)
    }

    @Test(
        "Anything but one blank between its words is refused",
        arguments: [
            "GET  / HTTP/1.1", "GET /  HTTP/1.1", "GET\t/ HTTP/1.1", "GET /\tHTTP/1.1",
            "GET / HTTP/1.1 x", "GET/ HTTP/1.1", " GET / HTTP/1.1", "GET /",
        ])
    func blanks(line: String) {
        #expect(refused(request(line, ["Host: a"])) == 400)
    }

    @Test("A blank behind it is refused", arguments: [" ", "\t"])
    func blankBehind(blank: String) {
        #expect(refused("GET / HTTP/1.1\(blank)\r\nHost: a\r\n\r\n") == 400)
    }

    @Test("One empty line before it is passed over")
    func emptyLine() throws {
        #expect(try paths("\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n") == ["/x"])
    }

    @Test("A second empty line before it is refused")
    func twoEmptyLines() {
        #expect(refused("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400)
    }

    @Test("Each method is known by its exact name", arguments: Method.allCases)
    func methods(method: Method) throws {
        #expect(try head("\(method.rawValue) / HTTP/1.1\r\nHost: a\r\n\r\n").method == method)
    }

    @Test(
        "A method that is not implemented is answered with 501",
        arguments: [
            "MKCOL", "TRACE", "get", "GETT", "GE", "Post", "PATCHES", "OPTION", "X-Y", "QUERY",
        ])
    func unknownMethod(name: String) {
        #expect(refused("\(name) / HTTP/1.1\r\nHost: a\r\n\r\n") == 501)
    }

    @Test("CONNECT is answered with 501, as this is no proxy")
    func connect() {
        #expect(refused("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n") == 501)
    }

    @Test(
        "A method that is no token is refused",
        arguments: ["G(T", "GET:", "G\u{C9}T", "{}", "\"G\""])
    func methodToken(name: String) {
        #expect(refused("\(name) / HTTP/1.1\r\nHost: a\r\n\r\n") == 400)
    }

    @Test("HTTP/1.0 is spoken")
    func version10() throws {
        #expect(try head("GET / HTTP/1.0\r\n\r\n").version == .http10)
    }

    @Test("A higher minor version is spoken to as 1.1")
    func version19() throws {
        #expect(try head("GET / HTTP/1.9\r\nHost: a\r\n\r\n").version == .http11)
    }

    @Test("A version other than 1.x is answered with 505", arguments: ["2.0", "0.9", "3.0", "9.1"])
    func otherVersion(version: String) {
        #expect(refused("GET / HTTP/\(version)\r\nHost: a\r\n\r\n") == 505)
    }

    @Test(
        "What is no version is refused",
        arguments: [
            "HTTP/1", "HTTP/1.", "HTTP/11", "HTTP/1.10", "HTTP/01.1", "http/1.1", "ICE/1.1",
        ])
    func noVersion(version: String) {
        #expect(refused("GET / \(version)\r\nHost: a\r\n\r\n") == 400)
    }

    @Test("The preface of HTTP/2 is answered with 505")
    func preface() {
        #expect(refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == 505)
    }

    @Test("The first bytes of TLS are refused at once")
    func transportSecurity() {
        #expect(refused("\u{16}\u{3}\u{1}") == 400)
    }
}
