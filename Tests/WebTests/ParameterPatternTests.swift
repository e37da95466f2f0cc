import HTTP
import JSON
import Testing
import Workbench

@testable import Web

/// A pattern is written beside the rule that it tells of, so only a test can say that they agree.
@Suite("Patterns of parameters")
struct ParameterPatternTests {
    private static let digits = "0123456789abcdef0123456789abcdef"

    @Test(
        "A place in a list is what its pattern says",
        arguments: [
            digits, digits.uppercased(), String(digits.dropLast()), digits + "0", digits + "\n",
            String(digits.dropLast()) + "ä",
        ])
    func place(text: String) throws {
        var faults = Faults()
        let isRead = Schema<Cursor>.cursor.read(.string(text), &faults) != nil
        #expect(try isRead == isAllowed(text, by: Schema<Cursor>.cursor.document))
    }

    @Test(
        "A key of a request is what its pattern says",
        arguments: [
            "1", "\"1\"", "a-b", "a\"b", "\"a\"b\"", "\"", "\"\"", "\"a", "a b", "ä",
            String(repeating: "k", count: 255), String(repeating: "k", count: 256),
            "\"" + String(repeating: "k", count: 255) + "\"",
            "\"" + String(repeating: "k", count: 256) + "\"",
        ])
    func key(text: String) throws {
        let request = try Request(
            .post, "/boats", [("Idempotency-Key", text)], exchange: TestExchange())
        let isRead = (try? IdempotencyKey(request)) != nil
        #expect(try isRead == isAllowed(text, by: ParameterDocument.idempotencyKey.schema))
    }

    private func isAllowed(_ text: String, by document: SchemaDocument) throws -> Bool {
        guard case .string(let pattern)? = document.usage["pattern"] else {
            throw CancellationError()
        }
        // `$` of ECMA-262 is the end of the text; Swift's is before its last line feed, too.
        return try !text.hasSuffix("\n") && text.contains(Regex(pattern))
    }
}
