import Testing

@testable import Booking

@Suite("A mailbox")
struct MailboxTests {
    @Test(
        "Has an address that can stand in a header",
        arguments: ["a@b.example", "roost@localhost", "x.y+z/=?{}@sub.b-c.example"])
    func taken(_ address: String) {
        #expect(Mailbox(address)?.address == address)
    }

    @Test(
        "Is not made of any other",
        arguments: [
            "", "@", "a@", "@b", "a", "a@b@c", "a@b\r\nBcc: x@y", "a b@c", "a@b>", "<a@b", "a,b@c",
            "\"a\"@b", ".a@b", "a..b@c", "a@b.", "ä@b.example", "a\0@b", "a@[127.0.0.1]",
            String(repeating: "a", count: 253) + "@b",
        ])
    func refused(_ address: String) {
        #expect(Mailbox(address) == nil)
    }

    @Test("Knows the domain of its address")
    func domain() {
        #expect(Mailbox("a@studio.example")?.domain == "studio.example")
    }
}
