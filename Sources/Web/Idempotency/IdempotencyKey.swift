import HTTP
import JSON

/// The name that a client gives to a request, so that sending it again does nothing again: the field
/// `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
///
/// The draft wants it in quotes, as a string of RFC 9651; most clients send it bare. Both mean the same.
package struct IdempotencyKey: Sendable, Equatable {
    /// A UUID has 36 characters; this leaves room for those who put names together.
    private static let longest = 255

    /// The key without its quotes.
    package let bytes: [UInt8]

    /// The key of a request; nil when it has none.
    init?(_ request: Request) throws(Problem) {
        guard let value = request.fields.bytes(of: .idempotencyKey) else { return nil }
        guard request.fields.count(of: .idempotencyKey) == 1 else {
            throw .badIdempotencyKey.saying("Idempotency-Key must be sent once, not several times.")
        }
        let key = try IdempotencyKey.unquoted(value)
        guard (1...IdempotencyKey.longest).contains(key.count) else {
            throw .badIdempotencyKey.saying(
                "Idempotency-Key must have 1 to 255 characters; it has \(key.count).")
        }
        guard key.allSatisfy(IdempotencyKey.isVisible) else {
            throw .badIdempotencyKey.saying(
                "Idempotency-Key must be visible ASCII: no blanks, and nothing else but letters, "
                    + "digits and signs.")
        }
        bytes = Array(key)
    }

    private static func unquoted(_ value: ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        guard value.first == quote else { return value }
        guard value.count > 1, value.last == quote else {
            throw .badIdempotencyKey.saying("Idempotency-Key begins with a quote and ends without.")
        }
        return value.dropFirst().dropLast()
    }

    private static func isVisible(_ byte: UInt8) -> Bool {
        byte > Ascii.space && byte < Ascii.delete
    }
}

extension FieldName {
    static var idempotencyKey: FieldName { "Idempotency-Key" }
    static var idempotencyReplayed: FieldName { "Idempotency-Replayed" }
}

extension Problem {
    package static var badIdempotencyKey: Problem {
        Problem(
            .badRequest, "bad_idempotency_key",
            "Idempotency-Key must be 1 to 255 characters of visible ASCII.")
    }
}

extension ParameterDocument {
    static let idempotencyKey = ParameterDocument(
        name: FieldName.idempotencyKey.text,
        about: """
            A name of your choice for this request, such as a random UUID; quotes around it are \
            optional. Sent again with the same key within 24 hours, the request gets its first answer \
            again and does nothing.
            """,
        schema: Schema<String>.text(1...257).matching(
            #"^("[!-~]{1,255}"|[!#-~][!-~]{0,254})$"#
        ).document, isRequired: false)
}
