import JSON
import Testing

@testable import Booking

/// A pattern is written beside the rule that it tells of, so only a test can say that they agree.
@Suite("Patterns of the documents")
struct PatternTests {
    private static let hex = String(repeating: "A", count: 32)

    @Test(
        "A username is what its pattern says",
        arguments: [
            "a", "ada", "a b", "Ada 7", "ädä", "a@b", " ada", "ada ", "a\u{7}b", "\u{85}",
            "a\u{9F}",
        ])
    func username(text: String) throws {
        try expectAgreement(Schema<String>.username, text)
    }

    @Test("A name is what its pattern says", arguments: ["Ada", " Ada ", " ", "\t", "."])
    func personName(text: String) throws {
        try expectAgreement(Schema<String>.personName, text)
    }

    @Test(
        "The name of a role is what its pattern says",
        arguments: ["admin", "front desk", "a,b", "a\u{0}", "a\u{1F}b", "a\u{7F}", "a\u{9F}b", "ö"])
    func roleName(text: String) throws {
        try expectAgreement(Schema<String>.roleName, text)
    }

    @Test(
        "A webhook's secret is what its pattern says",
        arguments: [
            "whsec_\(hex)", "whsec_\(hex.dropLast())=", "whsec_\(hex)\(hex)", "\(hex)",
            "whsec_\(hex.dropLast(2))", "whsec_\(hex.dropLast())-", "whsec_\(hex)\(hex)\(hex)",
        ])
    func secret(text: String) throws {
        try expectAgreement(Schema<WebhookSecret>.webhookSecret, text)
    }

    @Test(
        "A time of opening hours is what its pattern says",
        arguments: ["09:30", "00:00", "23:59", "24:00", "9:30", "24:01", "12:60", "09:30:00", ""])
    func time(text: String) throws {
        try expectAgreement(Schema<Int>.minuteOfDay, text)
    }

    private func expectAgreement<Value>(_ schema: Schema<Value>, _ text: String) throws {
        var faults = Faults()
        let isRead = schema.read(.string(text), &faults) != nil
        guard case .string(let pattern)? = schema.document.usage["pattern"] else {
            throw CancellationError()
        }
        let isAllowed = try text.contains(Regex(pattern))
        #expect(isRead == isAllowed, "\(text) by \(pattern)")
    }
}
