import Booking
import Crypto
import Foundation
import JSON

/// `trial tokens-conformance FILE`: signed tokens and codes that a verifier of HS256 must take or refuse.
struct TokensConformance {
    static let usage = "tokens-conformance FILE"

    private struct Malformed: Error {}

    private let file: String

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.count == 2, arguments[0] == "tokens-conformance" else { return nil }
        file = arguments[1]
    }

    /// Prints what comes out wrong, and how many came out right; whether all did.
    func run() throws -> Bool {
        let cases = try JSON.parse(Array(Data(contentsOf: URL(filePath: file))))
        let tokens = try check("tokens", in: cases, takes: TokensConformance.takesToken)
        let codes = try check("hmac_sha256", in: cases, takes: TokensConformance.takesCode)
        return tokens && codes
    }

    private func check(
        _ kind: String, in cases: JSON, takes: (JSON) throws -> Bool
    ) throws -> Bool {
        guard case .array(let cases)? = cases[kind], !cases.isEmpty else { throw Malformed() }
        var right = 0
        for test in cases {
            if try test["valid"] == .bool(takes(test)) {
                right += 1
            } else {
                print("\(kind) \(test["name"]?.text ?? ""): should be \(test["valid"]?.text ?? "")")
            }
        }
        print("\(kind): \(right) of \(cases.count)")
        return right == cases.count
    }

    /// The key is known by its name, and there is no other.
    private static func takesToken(_ test: JSON) throws -> Bool {
        guard let key = Base64URL.decode(try text("key", of: test)) else { throw Malformed() }
        let token = Array(try text("token", of: test).utf8)
        guard let read = CompactJWS(token[...]), read.key == (try text("kid", of: test)) else {
            return false
        }
        return try read.isSigned(with: HMACSHA256(key: key))
    }

    private static func takesCode(_ test: JSON) throws -> Bool {
        let hmac = try HMACSHA256(key: bytes("key", of: test))
        return try hmac.verify(bytes("tag", of: test), of: bytes("message", of: test)[...])
    }

    private static func text(_ name: String, of test: JSON) throws -> String {
        guard case .string(let text)? = test[name] else { throw Malformed() }
        return text
    }

    private static func bytes(_ name: String, of test: JSON) throws -> [UInt8] {
        let digits = Array(try text(name, of: test).utf8)
        return try stride(from: 0, to: digits.count, by: 2).map { start in
            let pair = String(decoding: digits[start..<start + 2], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { throw Malformed() }
            return byte
        }
    }
}
