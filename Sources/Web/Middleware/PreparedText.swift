import Gzip
import HTTP
import Synchronization

/// A text that stays the same while the server runs. It is compressed once, as small as can be, when somebody
/// first asks for it in that form: the API's document has 37 kB then, and 75 if it is compressed each time. Its
/// tag is made once too, and is the same in both forms.
package final class PreparedText: Sendable {
    private static let level = 9

    private let fields: ResponseFields
    private let text: [UInt8]
    private let compressed = Mutex<[UInt8]?>(nil)

    package init(_ text: [UInt8], _ fields: ResponseFields) {
        self.text = text
        var fields = fields
        fields.append(.entityTag, Conditional.weakTag(ContentHash.of(text.span)))
        self.fields = fields
    }

    /// The text, in the form that this client likes best.
    package func response(to request: Request) async throws -> Response {
        var response = Response(.ok, fields, body: .bytes(text))
        guard Compression.applies(to: response) else { return response }
        Compression.tellCaches(&response.fields)
        guard Compression.isWelcome(to: request) else { return response }
        response.fields.append(.contentEncoding, "gzip")
        response.body = .bytes(try await short())
        return response
    }

    /// The compressed form. Two who ask first at the same time both make it; it is the same.
    private func short() async throws -> [UInt8] {
        if let made = compressed.withLock({ $0 }) { return made }
        var short: [UInt8] = []
        try await Gzip.compress(text, level: PreparedText.level) { short += $0 }
        compressed.withLock { [short] in $0 = short }
        return short
    }
}
