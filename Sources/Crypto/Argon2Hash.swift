/// A hash of Argon2 as its library and passlib write it:
///
///     $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH
///
/// Texts without `v=` are of the first version (libargon2, encoding.c).
struct Argon2Hash: Sendable, Equatable {
    /// 256 MiB. Several are worked on at once; RFC 9106's 2 GiB would need a machine of their own.
    static let mostMemory = 262_144
    /// KiB times passes: a second of one core, some 50 times our own hash.
    static let mostWork = 1_048_576
    /// passlib's old default is 8. More lanes would only cost memory for their bookkeeping.
    static let mostLanes = 16
    /// libargon2 takes no shorter one; nobody writes longer ones than this.
    static let saltLengths = 8...64
    /// A shorter hash is met by guessing; nobody writes longer ones than this.
    static let hashLengths = 16...64

    static let ownSaltLength = 16
    static let ownHashLength = 32

    let function: Argon2
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Nil where the text is none, or asks for more than it should.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].isEmpty,
            let variant = Argon2.Variant(rawValue: String(parts[1]))
        else { return nil }
        var rest = parts.dropFirst(2)
        var version = Argon2.Version.first
        if rest.count == 4 {
            guard let known = Argon2Hash.version(rest.removeFirst()) else { return nil }
            version = known
        }
        guard rest.count == 3,
            let parameters = Argon2Hash.parameters(rest.removeFirst()),
            let salt = UnpaddedBase64.bytes(rest.removeFirst()),
            let hash = UnpaddedBase64.bytes(rest.removeFirst()),
            Argon2Hash.saltLengths.contains(salt.count),
            Argon2Hash.hashLengths.contains(hash.count)
        else { return nil }
        function = Argon2(variant: variant, version: version, parameters: parameters)
        self.salt = salt
        self.hash = hash
    }

    var scheme: PasswordScheme {
        switch function.variant {
        case .argon2d: .argon2d
        case .argon2i: .argon2i
        case .argon2id: .argon2id
        }
    }

    /// The text of a hash of ours.
    static func text(_ parameters: Argon2Parameters, salt: [UInt8], hash: [UInt8]) -> String {
        let work = "m=\(parameters.memory),t=\(parameters.passes),p=\(parameters.lanes)"
        return "$argon2id$v=\(Argon2.Version.current.rawValue)$\(work)"
            + "$\(UnpaddedBase64.text(salt))$\(UnpaddedBase64.text(hash))"
    }

    func verifies(_ password: [UInt8]) throws(PasswordHashError) -> Bool {
        try function.derive(password, salt: salt, count: hash.count).equals(hash)
    }

    /// Whether a new hash would be made in the same way.
    func isCurrent(_ parameters: Argon2Parameters) -> Bool {
        function == Argon2(parameters: parameters) && salt.count == Argon2Hash.ownSaltLength
            && hash.count == Argon2Hash.ownHashLength
    }

    private static func version(_ text: Substring) -> Argon2.Version? {
        text.number(after: "v=").flatMap(Argon2.Version.init)
    }

    private static func parameters(_ text: Substring) -> Argon2Parameters? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, let memory = parts[0].number(after: "m="),
            let passes = parts[1].number(after: "t="), let lanes = parts[2].number(after: "p="),
            (1...mostLanes).contains(lanes), (8 * lanes...mostMemory).contains(memory),
            (1...mostWork / memory).contains(passes)
        else { return nil }
        return Argon2Parameters(memory: memory, passes: passes, lanes: lanes)
    }
}
