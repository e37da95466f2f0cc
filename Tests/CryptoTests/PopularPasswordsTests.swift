import Crypto
import Testing

@Suite("Popular passwords")
struct PopularPasswordsTests {
    @Test("There are 3,000 of them")
    func count() {
        #expect(PopularPasswords.count == 3_000)
    }

    @Test(
        "They are known in any case",
        arguments: ["password", "Password", "PASSWORD", "iloveyou", "12345678", "qwertyuiop"])
    func known(password: String) {
        #expect(PopularPasswords.contains(password))
    }

    @Test(
        "A whole password is compared, and short ones are not listed",
        arguments: [
            "", "pass", "dragon", "passwordpassword1", " password", "password\n", "correct horse",
        ])
    func unknown(password: String) {
        #expect(!PopularPasswords.contains(password))
    }
}
