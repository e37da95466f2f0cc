import Crypto
import Testing

@Suite("The text of a Werkzeug hash")
struct WerkzeugTextTests {
    @Test(
        "scrypt has three numbers, the first a power of two",
        arguments: [
            "", "scrypt", "scrypt:", "scrypt:1024", "scrypt:1024:8", "scrypt:1024:8:1:1",
            "scrypt:::", "scrypt:1000:8:1", "scrypt:1:8:1", "scrypt:0:8:1", "scrypt:1024:0:1",
            "scrypt:1024:8:0", "scrypt:01024:8:1", "scrypt:+1024:8:1", "scrypt:-1024:8:1",
            "scrypt:1024:8:1 ", " scrypt:1024:8:1", "Scrypt:1024:8:1", "scrypt;1024;8;1",
            "scrypt:99999999999999999999:8:1", "$scrypt:1024:8:1",
        ])
    func scrypt(method: String) {
        #expect(PasswordHash("scrypt:1024:8:1$" + PasswordText.scryptTail) != nil)
        #expect(PasswordHash("\(method)$" + PasswordText.scryptTail) == nil)
    }

    @Test("scrypt's standard has no 65536 with blocks of one")
    func standard() {
        #expect(PasswordHash("scrypt:32768:1:1$" + PasswordText.scryptTail) != nil)
        #expect(PasswordHash("scrypt:65536:1:1$" + PasswordText.scryptTail) == nil)
        #expect(PasswordHash("scrypt:65536:2:1$" + PasswordText.scryptTail) != nil)
    }

    @Test(
        "PBKDF2 names SHA-256 and how many rounds",
        arguments: [
            "pbkdf2", "pbkdf2:sha256", "pbkdf2:sha256:", "pbkdf2:sha256:0", "pbkdf2:sha256:-1",
            "pbkdf2:sha256:01", "pbkdf2:sha256:1:1", "pbkdf2:sha1:1000", "pbkdf2:sha512:1000",
            "pbkdf2:md5:1000", "pbkdf2::1000", "pbkdf2:SHA256:1000", "PBKDF2:sha256:1000",
            "pbkdf2:sha256:1e3", "pbkdf2:sha256:1_000", "sha256", "plain", "md5",
        ])
    func pbkdf2(method: String) {
        #expect(PasswordHash("pbkdf2:sha256:1000$" + PasswordText.pbkdf2Tail) != nil)
        #expect(PasswordHash("\(method)$" + PasswordText.pbkdf2Tail) == nil)
    }

    @Test(
        "A salt is letters and digits, 64 at most",
        arguments: ["", "a-b", "é", "a b", "a\0", "a$b", String(repeating: "a", count: 65)])
    func salts(salt: String) {
        let hash = PasswordText.hexadecimal(32)
        #expect(PasswordHash("pbkdf2:sha256:1000$\(salt)$\(hash)") == nil)
    }

    @Test(
        "A hash has its length in lower-case digits",
        arguments: [
            "", "0f", PasswordText.hexadecimal(31), PasswordText.hexadecimal(31) + "0",
            PasswordText.hexadecimal(31) + "0F", PasswordText.hexadecimal(31) + "0g",
            PasswordText.hexadecimal(31) + "0٣", PasswordText.hexadecimal(32) + "$",
            PasswordText.hexadecimal(32) + "\n", PasswordText.hexadecimal(33),
            PasswordText.hexadecimal(64),
        ])
    func hashes(hash: String) {
        #expect(PasswordHash("pbkdf2:sha256:1000$salt$\(hash)") == nil)
        #expect(PasswordHash("scrypt:1024:8:1$salt$\(hash.prefix(62))") == nil)
    }
}
