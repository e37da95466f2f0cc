import HTTP
import Testing

@testable import Web

@Suite("Trusted proxies")
struct TrustedProxiesTests {
    let proxies = TrustedProxies(["10.0.0.0/8", "2001:db8::/32"].compactMap(AddressBlock.init))

    func client(peer: String = "10.0.0.1", _ fields: [(String, String)]) throws -> String {
        let peer = try #require(IPAddress(peer))
        let request = try Request(.get, "/", fields, exchange: TestExchange(peer: peer))
        return proxies.client(of: request).description
    }

    @Test(
        "The last address that no trusted proxy has is the client's",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("198.51.100.1, 192.0.2.7", "192.0.2.7"),
            ("192.0.2.7, 10.1.1.1", "192.0.2.7"), ("192.0.2.7:4711", "192.0.2.7"),
            ("2001:db9::1", "2001:db9::1"), ("[2001:db9::1]:80, 2001:db8::5", "2001:db9::1"),
            ("10.2.2.2, 10.1.1.1", "10.2.2.2"),
        ])
    func forwardedFor(list: String, expected: String) throws {
        #expect(try client([("X-Forwarded-For", list)]) == expected)
    }

    @Test("Fields from an address that isn't trusted are ignored")
    func untrusted() throws {
        let fields = [("X-Forwarded-For", "10.0.0.9"), ("Forwarded", "for=10.0.0.9")]
        #expect(try client(peer: "203.0.113.5", fields) == "203.0.113.5")
    }

    @Test("Rubbish ends the walk at the last good address")
    func rubbish() throws {
        #expect(try client([("X-Forwarded-For", "192.0.2.7, nonsense, 10.1.1.1")]) == "10.1.1.1")
        #expect(try client([("X-Forwarded-For", "")]) == "10.0.0.1")
        #expect(try client([("X-Forwarded-For", "192.0.2.7,,")]) == "10.0.0.1")
        #expect(try client([("X-Forwarded-For", "192.0.2.7:")]) == "10.0.0.1")
        #expect(try client([("X-Forwarded-For", "[2001:db9::1")]) == "10.0.0.1")
    }

    @Test("Several lines are one list")
    func lines() throws {
        let fields = [("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-For", "10.1.1.1")]
        #expect(try client(fields) == "192.0.2.7")
    }

    @Test(
        "Forwarded is read where there is nothing else",
        arguments: [
            ("for=192.0.2.7", "192.0.2.7"), ("For=\"192.0.2.7:80\";proto=http", "192.0.2.7"),
            ("for=\"[2001:db9::1]:4711\"", "2001:db9::1"),
            ("by=10.0.0.1; for=192.0.2.7 , for=10.3.3.3", "192.0.2.7"),
            ("for=192.0.2.7, for=unknown, for=10.3.3.3", "10.3.3.3"),
            ("for=_hidden", "10.0.0.1"), ("proto=http", "10.0.0.1"), ("for=", "10.0.0.1"),
        ])
    func forwarded(value: String, expected: String) throws {
        #expect(try client([("Forwarded", value)]) == expected)
    }

    @Test("A character that joins with the comma behind it hides nothing that proxies wrote")
    func joiner() throws {
        #expect(try client([("X-Forwarded-For", "6.6.6.6\u{0600}, 192.0.2.7")]) == "192.0.2.7")
    }

    @Test("A quote that a client left open hides nothing that proxies wrote")
    func openQuote() throws {
        #expect(try client([("Forwarded", "for=\", for=192.0.2.7")]) == "192.0.2.7")
        #expect(try client([("X-Forwarded-For", "\", 192.0.2.7")]) == "192.0.2.7")
    }
}
