import Crypto
import Testing

@Suite("Hashes of other systems")
struct PasswordHashTests {
    private static let all =
        PasswordVector.argon2 + PasswordVector.bcrypt + PasswordVector.werkzeug

    @Test("The password that it was made of verifies", arguments: all)
    func right(vector: PasswordVector) throws {
        let hash = try #require(PasswordHash(vector.text))
        #expect(try hash.verifies(vector.password))
        #expect(hash.text == vector.text)
    }

    @Test("Another one does not: its case, its end, its beginning", arguments: all)
    func wrong(vector: PasswordVector) throws {
        let hash = try #require(PasswordHash(vector.text))
        // bcrypt counts 72 bytes, so the difference is in front.
        var changed = vector.password
        if changed.isEmpty { changed = [0x61] } else { changed[0] ^= 0x20 }
        #expect(try !hash.verifies(changed))
        #expect(try !hash.verifies([0x20] + vector.password))
        if vector.password.count < 72 {
            #expect(try !hash.verifies(vector.password + [0x20]))
        }
    }

    @Test("A NUL at the end makes another password for Argon2", arguments: PasswordVector.argon2)
    func ended(vector: PasswordVector) throws {
        let hash = try #require(PasswordHash(vector.text))
        #expect(try !hash.verifies(vector.password + [0]))
    }

    @Test("For Werkzeug it makes none while it fits in HMAC's key, which is filled with zeros")
    func filled() throws {
        let vectors = PasswordVector.werkzeug.filter { $0.password.count < 64 }
        for vector in vectors {
            let hash = try #require(PasswordHash(vector.text))
            #expect(try hash.verifies(vector.password + [0]))
        }
        #expect(!vectors.isEmpty)
    }

    @Test("bcrypt doesn't look beyond 72 bytes, as it never has")
    func counted() throws {
        let vector = try #require(PasswordVector.bcrypt.first { $0.password.count == 72 })
        let hash = try #require(PasswordHash(vector.text))
        #expect(try hash.verifies(vector.password + Array("anything".utf8)))
        #expect(try hash.verifies(vector.password + [0]))
        #expect(try !hash.verifies(Array(vector.password.dropLast())))
    }

    @Test("A NUL never verifies with bcrypt, not even where the part before it would")
    func cut() throws {
        let hash = try #require(PasswordHash(PasswordVector.bcrypt[0].text))
        #expect(try hash.verifies(Array("correct horse".utf8)))
        #expect(try !hash.verifies(Array("correct horse\0".utf8)))
        #expect(try !hash.verifies(Array("correct horse\0x".utf8)))
    }

    @Test("A text without a version is of the first", arguments: PasswordVector.argon2)
    func unversioned(vector: PasswordVector) throws {
        guard let version = vector.text.firstRange(of: "$v=16") else { return }
        var text = vector.text
        text.removeSubrange(version)
        let hash = try #require(PasswordHash(text))
        #expect(try hash.verifies(vector.password))
    }

    @Test("Each text has its scheme, and only our own is current", arguments: all)
    func schemes(vector: PasswordVector) throws {
        let hash = try #require(PasswordHash(vector.text))
        let schemes = PasswordScheme.allCases.filter {
            vector.text.hasPrefix("$\($0.rawValue)$") || vector.text.hasPrefix("\($0.rawValue):")
        }
        #expect([hash.scheme] == (schemes.isEmpty ? [.bcrypt] : schemes))
        let isOurs = vector.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$")
        #expect(hash.isCurrent(.standard) == isOurs)
    }
}
