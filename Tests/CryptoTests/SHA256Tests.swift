import Crypto
import Foundation
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// Examples of FIPS 180-2, appendix B, and of NIST's test vectors (CAVP, SHA256ShortMsg).
    private static let examples: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test("A text has the hash that the standard says", arguments: examples)
    func standard(text: String, hash: String) throws {
        #expect(try SHA256.hash(of: Array(text.utf8)).hexadecimal == hash)
    }

    @Test("A byte that is no text has the hash that NIST says")
    func oneByte() throws {
        #expect(
            try SHA256.hash(of: [0xD3]).hexadecimal
                == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
    }

    @Test(
        "A million times the letter a, in pieces of any size", arguments: [997, 4_096, 1_000_000])
    func million(size: Int) throws {
        var left = 1_000_000
        let hash = try SHA256.hash(ofPieces: {
            let count = min(size, left)
            left -= count
            return [UInt8](repeating: 0x61, count: count)
        })
        #expect(
            hash.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(
        "Wherever a text is split, around its blocks of 64 bytes too, it has the hash of the whole")
    func splits() throws {
        let bytes = (0..<130).map { UInt8($0) }
        let whole = try SHA256.hash(of: bytes)
        for split in 0...bytes.count {
            var hash = SHA256()
            hash.add(Array(bytes[..<split]))
            hash.add([])
            hash.add(Array(bytes[split...]))
            let parts = try hash.digest()
            #expect(parts == whole, "split at \(split)")
        }
    }

    @Test("A piece that can't be had is the failure, not the end")
    func brokenPieces() {
        struct Broken: Error {}
        #expect(throws: Broken.self) { try SHA256.hash(ofPieces: { throw Broken() }) }
    }

    @Test("Hexadecimal digits are lower case, two for each byte")
    func hexadecimal() {
        #expect([0x00, 0x0F, 0xA0, 0xFF].hexadecimal == "000fa0ff")
        #expect([].hexadecimal == "")
    }

    @Test("An OpenSSL that is set up without the algorithm gives a failure that names the call")
    func failure() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).cnf")
        defer { try? FileManager.default.removeItem(at: file) }
        let setup = "openssl_conf = a\n[a]\nproviders = b\n[b]\nbase = c\n[c]\nactivate = 1\n"
        try Data(setup.utf8).write(to: file)
        // In a process of its own, as OpenSSL is set up once, at its first call.
        await #expect(processExitsWith: .success) { [path = file.path as String] in
            setenv("OPENSSL_CONF", path, 1)
            let error = #expect(throws: OpenSSLError.self) { try SHA256.hash(of: [1, 2, 3]) }
            #expect(error?.description == "OpenSSL: EVP_DigestInit_ex failed")
        }
    }
}
