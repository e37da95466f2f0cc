import HTTP
import Testing

@Suite("The host of a request")
struct HostTests {
    @Test("HTTP/1.1 must name one")
    func missing() {
        #expect(refused("GET / HTTP/1.1\r\n\r\n") == 400)
    }

    @Test("HTTP/1.0 need not")
    func missingIn10() throws {
        #expect(try head(old()).host == "")
    }

    @Test("Two are refused, even equal ones", arguments: ["a", "b"])
    func two(other: String) {
        #expect(refused(get("Host: \(other)")) == 400)
        #expect(refused(get("HOST: \(other)")) == 400)
        #expect(refused(old("Host: a", "Host: \(other)")) == 400)
    }

    @Test(
        "It is a name or an address, and perhaps a port",
        arguments: [
            "studio.example", "a:80", "a:", "127.0.0.1:65535", "[::1]", "[2001:db8::1]:8000",
            "[::ffff:1.2.3.4]", "xn--caf-dma.example", "a_b", "a%20b",
        ])
    func valid(host: String) throws {
        #expect(try head(get(host: host)).host == host)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", ":80", "a b", "a/b", "a:b", "a:80:80", "a:123456", "a:-1", "a@b", "a,b c", "[::1",
            "::1", "[]", "[::1]x", "[g::1]", "a\\b", "a\u{E9}", "http://a", "a?b", "a#b", "\"a\"",
            "<a>", "[::1]:8x", "a%2", "a%zz",
        ])
    func invalid(host: String) {
        #expect(refused(get(host: host)) == 400)
        #expect(refused(old("Host: \(host)")) == 400)
    }

    @Test("An absolute target overrides it")
    func absolute() throws {
        #expect(try head(get(target: "http://b:81/x")).host == "b:81")
    }

    @Test("An absolute target does not make up for a missing Host")
    func absoluteAlone() {
        #expect(refused("GET http://b/ HTTP/1.1\r\n\r\n") == 400)
    }

    @Test("An absolute target does not make up for a bad Host")
    func absoluteAndBad() {
        #expect(refused("GET http://b/ HTTP/1.1\r\nHost: a/b\r\n\r\n") == 400)
    }
}
