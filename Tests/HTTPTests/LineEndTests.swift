import Testing

@Suite("Line ends")
struct LineEndTests {
    @Test(
        "A bare LF is refused",
        arguments: [
            "GET / HTTP/1.1\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\n", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func lineFeed(stream: String) {
        #expect(refused(stream) == 400)
    }

    @Test(
        "A bare CR is refused",
        arguments: [
            "GET / HTTP/1.1\rHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\r\n",
        ])
    func carriageReturn(stream: String) {
        #expect(refused(stream) == 400)
    }

    @Test("A CR is not judged before the byte behind it is there")
    func undecided() {
        #expect(refused("GET / HTTP/1.1\r") == nil)
    }

    @Test(
        "A NUL is refused", arguments: ["G\0T / HTTP/1.1", "GET /\0 HTTP/1.1", "GET / HTTP/1.1\0"])
    func nul(line: String) {
        #expect(refused(request(line, ["Host: a"])) == 400)
    }

    @Test(
        "A control character in a field is refused",
        arguments: ["\0", "\u{1}", "\u{B}", "\u{1F}", "\u{7F}"])
    func control(character: String) {
        #expect(refused(get("X: a\(character)b")) == 400)
        #expect(refused(get("X\(character): a")) == 400)
    }
}
