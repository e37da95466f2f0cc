import HTTP
import Testing

@Suite("A path")
struct PathTests {
    @Test("It is made of segments")
    func segments() throws {
        #expect(try segments("/a/b/c") == ["a", "b", "c"])
    }

    @Test("/ has none")
    func root() throws {
        #expect(try segments("/") == [])
    }

    @Test("One slash at the end means nothing")
    func trailingSlash() throws {
        #expect(try segments("/a/b/") == ["a", "b"])
    }

    @Test("An empty segment stays, wherever it is")
    func emptySegments() throws {
        #expect(try segments("/a//b") == ["a", "", "b"])
        #expect(try segments("/a//") == ["a", ""])
        #expect(try segments("//a") == ["", "a"])
        #expect(try segments("//") == [""])
        #expect(try segments("///") == ["", ""])
    }

    @Test("A target may begin with two slashes and is still no address")
    func noAuthority() throws {
        #expect(try segments("//evil.example/a") == ["", "evil.example", "a"])
    }

    @Test("Escapes are decoded")
    func escapes() throws {
        #expect(try segments("/b%20c/%C3%A9/%c3%a9/%41") == ["b c", "é", "é", "A"])
    }

    @Test("Escapes are decoded once")
    func once() throws {
        #expect(try segments("/%2541/%252e%252e/%25") == ["%41", "%2e%2e", "%"])
    }

    @Test("An encoded slash stays in its segment")
    func encodedSlash() throws {
        #expect(try segments("/a%2Fb/%2f") == ["a/b", "/"])
    }

    @Test("A plus is a plus")
    func plus() throws {
        #expect(try segments("/a+b") == ["a+b"])
    }

    @Test(
        "A dot segment is refused, however it is written",
        arguments: [
            "/.", "/..", "/a/./b", "/a/../b", "/a/..", "/../a", "/./", "/%2e", "/%2E%2e", "/.%2e/a",
            "/a/%2e./b", "//../", "/a/.%2E",
        ])
    func dots(path: String) {
        #expect(throws: Refusal.dotSegment) { try segments(path) }
    }

    @Test(
        "Dots in other segments are letters",
        arguments: ["...", ".a", "a.", "..a", "a..b", ".well-known"])
    func otherDots(segment: String) throws {
        #expect(try segments("/" + segment) == [segment])
    }

    @Test("Dot segments are found without decoding, too")
    func hasDots() {
        for path in ["/.", "/..", "/a/./b", "/a/../b", "/a/..", "//../"] {
            #expect(Path.hasDots(Array(path.utf8)[...]))
        }
        for path in ["/", "//", "/a", "/...", "/.a/b..", "/a.b", "/....//", ""] {
            #expect(!Path.hasDots(Array(path.utf8)[...]))
        }
    }

    @Test("A NUL is refused", arguments: ["/%00", "/a%00b", "/a/%00/"])
    func nul(path: String) {
        #expect(throws: Refusal.self) { try segments(path) }
    }

    @Test(
        "A broken escape is refused",
        arguments: ["/%", "/%4", "/%zz", "/%4g", "/a%/b", "/%%41", "/%+1"])
    func broken(path: String) {
        #expect(throws: Refusal.self) { try segments(path) }
    }

    @Test(
        "What is no UTF-8 is refused",
        arguments: ["/%ff", "/%c3", "/%c3/%a9", "/%c0%af", "/%ed%a0%80", "/%f4%90%80%80", "/%80"])
    func invalid(path: String) {
        #expect(throws: Refusal.self) { try segments(path) }
    }

    @Test("Every fault of a path is answered with 400")
    func status() {
        #expect(throws: Refusal.self) { try segments("/%") }
        #expect(Refusal.dotSegment.status == .badRequest)
    }

    @Test("The asterisk is a path of its own")
    func asterisk() throws {
        let target = try head("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").target
        #expect(try Path(target).segments == ["*"])
    }

    private func segments(_ path: String) throws(Refusal) -> [String] {
        try Path(Target(path)).segments
    }
}
