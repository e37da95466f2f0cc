import Crypto
import Testing

@Suite("The text of a bcrypt hash")
struct BcryptTextTests {
    private static let tail = PasswordText.bcryptTail

    @Test(
        "It is taken when nothing is wrong with it", arguments: ["$2a$04$", "$2b$09$", "$2y$10$"])
    func right(start: String) {
        #expect(PasswordHash(start + Self.tail) != nil)
    }

    @Test(
        "A prefix that is known, and two digits of cost, 4 at least",
        arguments: [
            "", "$2b$03$", "$2b$00$", "$2b$4$0", "$2b$+4$", "$2b$ 4$", "$2b$0a$", "$2b$-4$",
            "$2$04$", "$2x$04$", "$2c$04$", "$2B$04$", "2b$04$0", "$2b$04.", "$2b.04$", "$2b04$$",
            "$1$04$", "$2b$04$0", "$2b$04", "$2b$٤$", "$2b$004$", "\n$2b$04$",
        ])
    func starts(start: String) {
        #expect(PasswordHash(start + Self.tail) == nil)
    }

    @Test(
        "Nothing but its alphabet, to the last of its 60 characters",
        arguments: ["", "=", "+", "\0", "\n", " ", "$", "\u{17F}", "a\n", "aa", "SS"])
    func ends(end: String) {
        #expect(PasswordHash("$2b$04$" + Self.tail.dropLast() + end) == nil)
    }

    @Test("No bits are left over at the end of the hash", arguments: ["T", "P", "/", "9"])
    func bits(end: String) {
        #expect(PasswordHash("$2b$04$" + Self.tail.dropLast() + end) == nil)
    }

    @Test(
        "The same holds for the salt",
        arguments: ["$", " ", "é", "\0"])
    func salts(start: String) {
        let rest = Self.tail.dropFirst(start.utf8.count)
        #expect(PasswordHash("$2b$04$" + start + rest) == nil)
    }

    @Test("Bits that are left over in the salt don't count, as passlib says of old hashes")
    func oldSalt() throws {
        let vector = try #require(PasswordVector.bcrypt.first)
        var text = Array(vector.text.utf8)
        // The salt's last character has two bits that matter, and e and f have the same.
        #expect(text[28] == UInt8(ascii: "e"))
        text[28] += 1
        let hash = try #require(PasswordHash(String(decoding: text, as: UTF8.self)))
        #expect(try hash.verifies(vector.password))
        #expect(try !hash.verifies([]))
    }
}
