import Crypto
import JSON

/// The keys that Google signs with, by their names: a JSON Web Key Set (RFC 7517 section 5).
struct GoogleKeySet: Sendable {
    /// Google's own has two keys and 1.5 kB. Anything far beyond that isn't it.
    static let maximumBytes = 65_536
    private static let maximumKeys = 32
    /// A name is looked up, and nothing else.
    private static let maximumName = 255

    private let keys: [String: RSAPublicKey]

    /// Nil for what is no key set, has no key that could have signed, or two of one name. Keys of other
    /// types and for other uses are passed over, as section 5 demands.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.maximumBytes, let json = try? JSON.parse(bytes),
            case .array(let entries)? = json["keys"], entries.count <= Self.maximumKeys
        else { return nil }
        var keys: [String: RSAPublicKey] = [:]
        for entry in entries where Self.isForRS256(entry) {
            guard let (name, key) = Self.key(entry) else { continue }
            guard keys.updateValue(key, forKey: name) == nil else { return nil }
        }
        guard !keys.isEmpty else { return nil }
        self.keys = keys
    }

    subscript(name: String) -> RSAPublicKey? { keys[name] }

    private static func isForRS256(_ entry: JSON) -> Bool {
        entry["kty"] == "RSA" && entry["use"] == "sig"
            && (entry["alg"] == nil || entry["alg"] == "RS256")
    }

    private static func key(_ entry: JSON) -> (name: String, key: RSAPublicKey)? {
        guard case .string(let name)? = entry["kid"], (1...maximumName).contains(name.utf8.count),
            case .string(let modulus)? = entry["n"], let modulus = Base64URL.decode(modulus),
            case .string(let exponent)? = entry["e"], let exponent = Base64URL.decode(exponent),
            let key = RSAPublicKey(modulus: modulus, exponent: exponent)
        else { return nil }
        return (name, key)
    }
}
