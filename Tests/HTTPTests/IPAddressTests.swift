import HTTP
import Testing

@Suite("An address")
struct IPAddressTests {
    @Test(
        "IPv4 is read and written with dots", arguments: ["0.0.0.0", "1.2.3.4", "255.255.255.255"])
    func v4(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == text)
        #expect(address.isV4)
    }

    @Test(
        "IPv6 is written as RFC 5952 wants it",
        arguments: [
            ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::1", "2001:db8::1"),
            ("2001:0db8:0:0:0:0:0:0001", "2001:db8::1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("0:0:0:0:0:0:0:0", "::"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
            ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("1:0:0:4:5:6:0:0", "1::4:5:6:0:0"),
            ("64:ff9b::1.2.3.4", "64:ff9b::102:304"), ("::1.2.3.4", "::102:304"),
            ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
        ])
    func v6(text: String, written: String) throws {
        #expect(try #require(IPAddress(text)).description == written)
    }

    @Test(
        "IPv4 within IPv6 is the same address as IPv4",
        arguments: ["::ffff:1.2.3.4", "::FFFF:102:304"])
    func mapped(text: String) {
        #expect(IPAddress(text) == IPAddress("1.2.3.4"))
    }

    @Test(
        "What is no address is not read",
        arguments: [
            "", ".", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04", "01.2.3.4",
            "1.2.3.",
            ".1.2.3", "1..2.3", "1.2.3.4 ", " 1.2.3.4", "1.2.3.-4", "+1.2.3.4", "1.2.3.4:80",
            "0x1.2.3.4",
            "1.2.3.٤", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::1::", "12345::", "g::",
            ":1:2",
            "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:", "fe80::1%eth0", "[::1]",
            "::1/128",
            "::1.2.3", "::1.2.3.4:5", "1.2.3.4::", "1.2.3.4::1", "1:2:3:4:5:6:7:1.2.3.4", "::+1",
            "::-1", "localhost",
            "::\u{301}1", "::1\0",
        ])
    func bad(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("What was written is read as the same address")
    func roundTrip() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1_000 {
            // Many zero groups, so that there is something to shorten.
            let high = generator.next() & generator.next() & generator.next()
            let address = IPAddress(high: high, low: generator.next() & generator.next())
            #expect(IPAddress(address.description) == address)
        }
    }

    @Test("127.0.0.0/8 and ::1 are this machine")
    func loopback() throws {
        for text in ["127.0.0.1", "127.255.0.3", "::1", "::ffff:127.0.0.1"] {
            #expect(try #require(IPAddress(text)).isLoopback)
        }
        for text in ["128.0.0.1", "::", "::2", "1::1", "::127.0.0.1"] {
            #expect(try !#require(IPAddress(text)).isLoopback)
        }
    }

    @Test("Limits count IPv4 by address and IPv6 by /64")
    func limitKey() throws {
        let v4 = try #require(IPAddress("1.2.3.4"))
        #expect(v4.limitKey == v4)
        #expect(IPAddress("2001:db8::1")?.limitKey == IPAddress("2001:db8::ffff:2")?.limitKey)
        #expect(IPAddress("2001:db8:0:1::1")?.limitKey != IPAddress("2001:db8::1")?.limitKey)
    }
}
