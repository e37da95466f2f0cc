import Crypto

/// A secret that is handed out once and known by its hash ever after: 256 bits of the system's randomness.
struct SecretToken: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    private static let length = 32

    private let bytes: [UInt8]

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func make() -> SecretToken {
        SecretToken(bytes: (0..<length).map { _ in .random(in: .min ... .max) })
    }

    /// Reads what was handed out; nil for what never was.
    init?(_ text: String) {
        guard let bytes = Base64URL.decode(Array(text.utf8)[...]), bytes.count == SecretToken.length
        else {
            return nil
        }
        self.bytes = bytes
    }

    /// What is handed out.
    var text: String { Base64URL.text(of: bytes) }

    /// By what it is found. It has more randomness than anybody can guess, so a fast hash will do.
    func hash() throws -> [UInt8] {
        try SHA256.hash(of: Array("roost token ".utf8) + bytes)
    }

    /// Another token in a form that only who has this one can read. This one is used once, so the key
    /// is a one-time pad.
    func seal(_ other: SecretToken) throws -> [UInt8] {
        zip(try pad(), other.bytes).map { $0 ^ $1 }
    }

    /// The token that was sealed with this one.
    func open(_ sealed: [UInt8]) throws -> SecretToken {
        SecretToken(bytes: zip(try pad(), sealed).map { $0 ^ $1 })
    }

    private func pad() throws -> [UInt8] {
        try SHA256.hash(of: Array("roost successor ".utf8) + bytes)
    }

    /// No log shows it.
    var description: String { "(token)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
