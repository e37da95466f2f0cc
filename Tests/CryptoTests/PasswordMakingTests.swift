import Crypto
import Testing

@Suite("Hashes of our own")
struct PasswordMakingTests {
    private static let cheap = Argon2Parameters(memory: 64, passes: 1, lanes: 1)
    private static let password = Array("correct horse".utf8)

    @Test("With the same salt, the text is the one that argon2-cffi writes")
    func reference() throws {
        let hash = try PasswordHash.make(
            of: Self.password, with: .standard, salt: Array("0123456789abcdef".utf8))
        #expect(hash.text == PasswordVector.argon2[0].text)
    }

    @Test("A new hash verifies its password, and is current")
    func verifies() throws {
        let hash = try PasswordHash.make(of: Self.password, with: Self.cheap)
        #expect(hash.scheme == .argon2id)
        #expect(try hash.verifies(Self.password))
        #expect(try !hash.verifies(Self.password + [0x21]))
        #expect(hash.isCurrent(Self.cheap))
    }

    @Test("Any bytes are a password", arguments: [[], [0], [0xFF, 0, 0xC3], Array(0...255)])
    func bytes(password: [UInt8]) throws {
        let hash = try PasswordHash.make(of: password, with: Self.cheap)
        #expect(try hash.verifies(password))
        #expect(try !hash.verifies(password + [0]))
    }

    @Test("The text is read again as the same hash")
    func text() throws {
        let hash = try PasswordHash.make(of: Self.password, with: Self.cheap)
        #expect(PasswordHash(hash.text) == hash)
    }

    @Test("Each hash has a salt of its own")
    func salts() throws {
        let texts = try (0..<20).map { _ in
            try PasswordHash.make(of: Self.password, with: Self.cheap).text
        }
        #expect(Set(texts).count == texts.count)
    }

    @Test(
        "A hash with other parameters is not current",
        arguments: [
            Argon2Parameters(memory: 72, passes: 1, lanes: 1),
            Argon2Parameters(memory: 64, passes: 2, lanes: 1),
            Argon2Parameters(memory: 64, passes: 1, lanes: 2),
        ])
    func outdated(parameters: Argon2Parameters) throws {
        let hash = try PasswordHash.make(of: Self.password, with: Self.cheap)
        #expect(!hash.isCurrent(parameters))
        let other = try PasswordHash.make(of: Self.password, with: parameters)
        #expect(try other.verifies(Self.password))
        #expect(!other.isCurrent(Self.cheap))
    }

    @Test("A short salt, a short hash, another variant or version is not current")
    func otherForms() throws {
        for vector in PasswordVector.argon2 where vector.text.contains("$m=64,t=1,p=1$") {
            let hash = try #require(PasswordHash(vector.text))
            #expect(hash.isCurrent(Self.cheap) == !vector.name.contains("short"))
        }
        let other = Argon2Parameters(memory: 256, passes: 3, lanes: 2)
        for vector in PasswordVector.argon2 where vector.text.contains("$m=256,t=3,p=2$") {
            let hash = try #require(PasswordHash(vector.text))
            #expect(hash.isCurrent(other) == vector.text.hasPrefix("$argon2id$v=19"))
        }
    }

    @Test(
        "Parameters that no hash may have are refused, not a trap",
        arguments: [
            (0, 1, 1), (7, 1, 1), (64, 0, 1), (64, 1, 0), (64, 1, 9), (-1, -1, -1),
            (1 << 40, 1, 1), (64, 1 << 40, 1), (.max, .max, .max),
        ])
    func refused(memory: Int, passes: Int, lanes: Int) {
        let parameters = Argon2Parameters(memory: memory, passes: passes, lanes: lanes)
        #expect(throws: PasswordHashError.self) {
            try PasswordHash.make(of: Self.password, with: parameters)
        }
        #expect(throws: PasswordHashError.self) { try PasswordHash.ofNobody(parameters) }
    }

    @Test("The hash of nobody is one of ours, and no password's")
    func nobody() throws {
        let hash = try PasswordHash.ofNobody(Self.cheap)
        #expect(hash.isCurrent(Self.cheap))
        #expect(try !hash.verifies(Self.password))
        #expect(try !hash.verifies([]))
    }

    @Test("Nothing that prints a hash shows it")
    func hidden() throws {
        let hash = try PasswordHash.make(of: Self.password, with: Self.cheap)
        var dumped = ""
        dump([hash], to: &dumped)
        let shown = ["\(hash)", String(reflecting: hash), "\([hash])", dumped]
        for text in shown {
            #expect(text.contains("PasswordHash(argon2id)"))
            #expect(!text.contains("$") && !text.contains("m="))
        }
    }
}
