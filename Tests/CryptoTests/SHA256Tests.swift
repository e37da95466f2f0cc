import Crypto
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test("A text in pieces has the hash of the whole (FIPS 180-4, \"abc\")")
    func pieces() {
        var hash = SHA256()
        hash.add(Array("a".utf8))
        hash.add([])
        hash.add(Array("bc".utf8))
        let hex = hash.digest().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
