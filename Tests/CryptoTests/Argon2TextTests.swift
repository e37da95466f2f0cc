import Crypto
import Testing

@Suite("The text of an Argon2 hash")
struct Argon2TextTests {
    private static let cheap = "m=64,t=1,p=1"

    @Test("It is taken when nothing is wrong with it")
    func right() {
        #expect(PasswordHash(PasswordText.argon2(Self.cheap)) != nil)
        #expect(PasswordHash(PasswordText.argon2("m=8,t=1,p=1")) != nil)
    }

    @Test(
        "Three numbers, in their order and their only spelling",
        arguments: [
            "", "m=64", "m=64,t=1", "t=1,m=64,p=1", "m=64,t=1,p=1,", "m=64,t=1,p=1,keyid=a",
            "m=64,t=1,p=1,data=a", "m=064,t=1,p=1", "m=+64,t=1,p=1", "m=-64,t=1,p=1",
            "m=64 ,t=1,p=1", "m=64,t=0,p=1", "m=64,t=1,p=0", "m=0,t=1,p=1", "m=6.4,t=1,p=1",
            "m=0x40,t=1,p=1", "m=64,,t=1,p=1", "M=64,t=1,p=1", "m=٦٤,t=1,p=1", "m=64;t=1;p=1",
            "m=,t=1,p=1", "m64,t1,p1", "m=99999999999999999999,t=1,p=1",
        ])
    func numbers(work: String) {
        #expect(PasswordHash(PasswordText.argon2(work)) == nil)
    }

    @Test("Less memory than its lanes need is refused", arguments: ["m=7,t=1,p=1", "m=15,t=1,p=2"])
    func memory(work: String) {
        #expect(PasswordHash(PasswordText.argon2(work)) == nil)
    }

    @Test(
        "A variant and a version that exist",
        arguments: [
            "$argon2$v=19", "$Argon2id$v=19", "$ARGON2ID$v=19", "$argon2x$v=19", "$$v=19",
            "argon2id$v=19", "$$argon2id$v=19", " $argon2id$v=19", "$argon2id$v=18",
            "$argon2id$v=20", "$argon2id$v=", "$argon2id$v=0x13", "$argon2id$v=019", "$argon2id$",
            "$argon2id$19", "$argon2id$v=19$v=19", "$argon2id$V=19",
        ])
    func heads(head: String) {
        #expect(PasswordHash(PasswordText.argon2(Self.cheap, head: head)) == nil)
    }

    @Test(
        "A salt of 8 bytes at least, in base 64 without an end or bits left over",
        arguments: [
            "", "MDEyMzQ1Ng", "MDEyMzQ1Njc4OWFiY2RlZg=", "MDEyMzQ1Njc4OWFiY2RlZg==",
            "MDEyMzQ1Njc4OWFiY2RlZh", "MDEyMzQ1Njc4OWFiY2RlZ", "MDEyMzQ1Njc4OWFiY2Rl.g",
            "MDEyMzQ1Njc4OWFiY2Rl Zg", "MDEyMzQ1Njc4\u{0}OWFi", "MDEyMzQ1Njc4OWF_",
            String(repeating: "AAAA", count: 22),
        ])
    func salts(salt: String) {
        #expect(PasswordHash(PasswordText.argon2(Self.cheap, salt: salt)) == nil)
    }

    @Test(
        "A hash of 16 bytes at least, likewise",
        arguments: [
            "", "rk2Mi3E4dgRMg0fHaYap", "rk2Mi3E4dgRMg0fHaYaptWVZRKqs__6b6k3_nntqGJk",
            "rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqGJl",
            "rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqGJk=",
            "rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqG",
            "rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqGJk$",
            "rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqGJk\n", String(repeating: "AAAA", count: 22),
        ])
    func hashes(hash: String) {
        #expect(PasswordHash(PasswordText.argon2(Self.cheap, hash: hash)) == nil)
    }

    @Test("A text that ends too early is refused")
    func cut() {
        let text = PasswordText.argon2(Self.cheap, hash: String(repeating: "AAAA", count: 6))
        #expect(PasswordHash(text) != nil)
        for count in 0..<text.count - 3 {
            #expect(PasswordHash(String(text.prefix(count))) == nil)
        }
    }
}
