import Crypto
import Testing

@Suite("The text of a password's hash")
struct PasswordTextTests {
    private static let largest: [String] = [
        PasswordText.argon2("m=8,t=131072,p=1"), PasswordText.argon2("m=128,t=8192,p=16"),
        PasswordText.argon2("m=262144,t=4,p=1"),
        "$2b$14$" + PasswordText.bcryptTail,
        "scrypt:262144:8:1$" + PasswordText.scryptTail,
        "scrypt:1024:8:256$" + PasswordText.scryptTail,
        "scrypt:32768:1:64$" + PasswordText.scryptTail,
        "pbkdf2:sha256:4000000$" + PasswordText.pbkdf2Tail,
    ]

    private static let tooLarge: [String] = [
        PasswordText.argon2("m=8,t=131073,p=1"), PasswordText.argon2("m=136,t=1,p=17"),
        PasswordText.argon2("m=262144,t=5,p=1"), PasswordText.argon2("m=262145,t=1,p=1"),
        PasswordText.argon2("m=4294967295,t=1,p=1"), PasswordText.argon2("m=8,t=4294967295,p=1"),
        PasswordText.argon2("m=9999999999,t=9999999999,p=9999999999"),
        "$2b$15$" + PasswordText.bcryptTail, "$2b$31$" + PasswordText.bcryptTail,
        "$2b$99$" + PasswordText.bcryptTail,
        "scrypt:262144:8:2$" + PasswordText.scryptTail,
        "scrypt:524288:8:1$" + PasswordText.scryptTail,
        "scrypt:1024:8:257$" + PasswordText.scryptTail,
        "scrypt:2:2097152:1$" + PasswordText.scryptTail,
        "scrypt:8589934592:8589934592:8589934592$" + PasswordText.scryptTail,
        "pbkdf2:sha256:4000001$" + PasswordText.pbkdf2Tail,
        "pbkdf2:sha256:9999999999$" + PasswordText.pbkdf2Tail,
    ]

    @Test("What is at a limit is taken", arguments: largest)
    func atLimit(text: String) {
        #expect(PasswordHash(text)?.text == text)
    }

    @Test(
        "What is taken can be worked out, with all the memory that it needs",
        arguments: ["scrypt:262144:8:1", "scrypt:16:8:16384", "scrypt:2:1:1", "scrypt:32768:1:64"])
    func memory(method: String) throws {
        let hash = try #require(PasswordHash("\(method)$" + PasswordText.scryptTail))
        #expect(try !hash.verifies([]))
    }

    @Test("What would stop everyone from signing in is refused", arguments: tooLarge)
    func beyondLimit(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test(
        "Other kinds of hashes, and what is none, are refused",
        arguments: [
            "", " ", "$", "$$", "$$$$$", "password", "*", "!", "\0", "$1$salt$hash",
            "$5$rounds=5000$salt$hash", "$6$salt$hash", "$y$j9T$salt$hash", "$7$salt$hash",
            "{SSHA}aGFzaA==", "5f4dcc3b5aa765d61d8327deb882cf99",
            "$pbkdf2-sha256$29000$salt$hash", "$scrypt$ln=16,r=8,p=1$salt$hash",
            "$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2",
            String(repeating: "$", count: 100_000), String(repeating: "a", count: 1_000_000),
        ])
    func others(text: String) {
        #expect(PasswordHash(text) == nil)
    }
}
