import CCrypt
import COpenSSL
import Glibc

/// A hash of bcrypt as the Python libraries, PHP and OpenBSD write it: `$2b$12$`, a salt of 22
/// characters, a hash of 31.
///
/// The prefix tells which mistakes the program may have made that wrote it: `2a` some, `2y` and `2b`
/// none. libxcrypt knows how each is read (crypt(5)).
struct BcryptHash: Sendable, Equatable {
    /// Each step doubles the work: 12 is a quarter of a second of one core, 14 a second.
    static let costs = 4...14
    /// More of a password has never counted: Blowfish's key has no room for it.
    static let countedLength = 72

    private static let length = 60
    private static let hashLength = 31

    /// Six bits a character, in an order of bcrypt's own.
    private static let alphabet = Array(
        "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

    private let text: String

    /// Nil where the text is none, or asks for more than it should.
    ///
    /// The hash's last character has two bits too many, which are zero. So has the salt's four, but there
    /// libraries have written others too, and they don't count.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == BcryptHash.length,
            ["$2a$", "$2b$", "$2y$"].contains(where: text.hasPrefix),
            bytes[6] == UInt8(ascii: "$"), BcryptHash.isCost(bytes[4], bytes[5]),
            bytes[7...].allSatisfy(BcryptHash.alphabet.contains),
            let last = BcryptHash.alphabet.firstIndex(of: bytes[59]), last % 4 == 0
        else { return nil }
        self.text = text
    }

    private static func isCost(_ tens: UInt8, _ ones: UInt8) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits.contains(tens), digits.contains(ones) else { return false }
        return costs.contains(Int(tens - digits.lowerBound) * 10 + Int(ones - digits.lowerBound))
    }

    /// A NUL never verifies: what is behind one would not count.
    func verifies(_ password: [UInt8]) throws(PasswordHashError) -> Bool {
        let counted = password.prefix(BcryptHash.countedLength)
        let hash = try derive(SecretBytes(counted, terminator: 0))
        let isSame = hash.equalsInConstantTime(Array(text.utf8.suffix(BcryptHash.hashLength)))
        return isSame && !counted.contains(0)
    }

    /// The 31 characters of the hash that a password has with this salt.
    private func derive(_ phrase: borrowing SecretBytes) throws(PasswordHashError) -> [UInt8] {
        var memory: UnsafeMutableRawPointer?
        var size: Int32 = 0
        defer {
            OPENSSL_cleanse(memory, Int(size))
            free(memory)
        }
        let found = phrase.withCharacters { crypt_ra($0, text, &memory, &size) }
            .map { String(cString: $0) }
        guard let found, found.utf8.count == BcryptHash.length else {
            throw PasswordHashError(call: "crypt_ra", reason: String(cString: strerror(errno)))
        }
        return Array(found.utf8.suffix(BcryptHash.hashLength))
    }
}
