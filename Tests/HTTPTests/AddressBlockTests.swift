import HTTP
import Testing

@Suite("A block of addresses")
struct AddressBlockTests {
    @Test(
        "It has all addresses that begin alike",
        arguments: [
            ("10.0.0.0/8", "10.255.255.255"), ("10.1.2.3/8", "10.9.9.9"),
            ("0.0.0.0/0", "255.1.1.1"),
            ("1.2.3.4/32", "1.2.3.4"), ("1.2.3.4/31", "1.2.3.5"),
            ("2001:db8::/32", "2001:db8:ffff::1"),
            ("2001:db8::/63", "2001:db8:0:1::1"), ("2001:db8::/64", "2001:db8::ffff:0:0:1"),
            ("2001:db8::/65", "2001:db8::7fff:0:0:1"), ("::/0", "ffff::"), ("::1/128", "::1"),
            ("10.0.0.0/8", "::ffff:10.2.3.4"), ("1.2.3.4", "1.2.3.4"), ("::1", "::1"),
        ])
    func contains(block: String, address: String) throws {
        #expect(try #require(AddressBlock(block)).contains(#require(IPAddress(address))))
    }

    @Test(
        "It has no other",
        arguments: [
            ("10.0.0.0/8", "11.0.0.0"), ("1.2.3.4/32", "1.2.3.5"), ("1.2.3.4/31", "1.2.3.6"),
            ("2001:db8::/32", "2001:db9::"), ("2001:db8::/63", "2001:db8:0:2::"),
            ("2001:db8::/64", "2001:db8:0:1::"), ("2001:db8::/65", "2001:db8::8000:0:0:0"),
            ("::1/128", "::"), ("0.0.0.0/0", "::1"), ("10.0.0.0/8", "a00::"),
            ("1.2.3.4", "1.2.3.5"),
        ])
    func containsNot(block: String, address: String) throws {
        #expect(try !#require(AddressBlock(block)).contains(#require(IPAddress(address))))
    }

    @Test(
        "What is no block is not read",
        arguments: [
            "", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8",
            "10.0.0.0/08", "10.0.0.0/ 8", "10.0.0/8", "::/129", "::/99999999999999999999", "::/a",
            "a/8", "10.0.0.0//8",
        ])
    func bad(text: String) {
        #expect(AddressBlock(text) == nil)
    }

    @Test("It has the address that it was written with, whatever its length")
    func ownAddress() throws {
        let address = try #require(IPAddress("2001:db8:1234:5678:9abc:def0:1234:5678"))
        for length in 0...128 {
            #expect(try #require(AddressBlock("\(address)/\(length)")).contains(address))
        }
    }
}
