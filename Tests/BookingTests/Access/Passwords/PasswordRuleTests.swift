import Booking
import JSON
import Testing

@Suite("What a password has to be like")
struct PasswordRuleTests {
    @Test(
        "A new one has 8 to 72 bytes, however many characters they are",
        arguments: [
            ("x7-kestrel", nil), ("1kestrel", nil), (String(repeating: "k", count: 72), nil),
            ("замок", nil), ("🦉🦉", nil), (" kestrel", nil), ("", "too_short"),
            ("kestrel", "too_short"), ("\u{1F989}abc", "too_short"), ("замо", nil),
            ("зам", "too_short"), (String(repeating: "k", count: 73), "too_long"),
            (String(repeating: "ж", count: 36), nil),
            (String(repeating: "ж", count: 37), "too_long"),
            (String(repeating: "k", count: 100_000), "too_long"), ("kestrel\u{0}s", "not_allowed"),
        ])
    func length(password: String, code: String?) {
        #expect(codes(.newPassword, password) == (code.map { [$0] } ?? []))
    }

    @Test(
        "It is none of the most common ones, in any case",
        arguments: ["password", "PassWord", "12345678", "iloveyou", "QWERTYUIOP", "password123"])
    func common(password: String) {
        #expect(codes(.newPassword, password) == ["too_common"])
    }

    @Test(
        "It is kept byte for byte",
        arguments: [" two  blanks ", "e\u{301}e\u{301}e\u{301}", "\tkestrels\n"])
    func kept(password: String) {
        var faults = Faults()
        let read = Schema<String>.newPassword.read(.string(password), &faults)
        #expect(read.map { Array($0.utf8) } == Array(password.utf8))
    }

    @Test("It is text", arguments: [JSON.null, .integer(12_345_678), .array([]), .bool(true)])
    func kinds(json: JSON) {
        var faults = Faults()
        #expect(Schema<String>.newPassword.read(json, &faults) == nil)
        #expect(faults.all.count == 1)
    }

    @Test(
        "To sign in, one to 1,024 bytes are tried",
        arguments: [
            ("a", nil), ("password", nil), (String(repeating: "k", count: 1_024), nil),
            ("", "too_short"), (String(repeating: "k", count: 1_025), "too_long"),
            (String(repeating: "ж", count: 512), nil),
            (String(repeating: "ж", count: 513), "too_long"),
        ])
    func tried(password: String, code: String?) {
        #expect(codes(.password, password) == (code.map { [$0] } ?? []))
    }

    @Test(
        "It is neither its owner's address, nor the name in it, nor the username",
        arguments: [
            ("ada.lovelace@example.com", PasswordLikeness.email),
            ("Ada.Lovelace@EXAMPLE.com", .email), ("ada.lovelace", .emailName),
            ("ADA.LOVELACE", .emailName), ("countess", .username), ("COUNTESS", .username),
        ])
    func likeness(password: String, likeness: PasswordLikeness) {
        #expect(
            PasswordLikeness(
                of: password, email: "Ada.Lovelace@example.com", username: "Countess") == likeness)
    }

    @Test(
        "What only holds one of them is another password",
        arguments: [
            "ada.lovelace1", "example.com", "@example.com", "ada.lovelace@", "kestrels", "",
        ])
    func unlike(password: String) {
        #expect(
            PasswordLikeness(
                of: password, email: "ada.lovelace@example.com", username: "countess") == nil)
        #expect(PasswordLikeness(of: password) == nil)
    }

    @Test("A likeness has its code, its words and its place", arguments: PasswordLikeness.allCases)
    func faults(likeness: PasswordLikeness) {
        let fault = likeness.fault(at: "new_password")
        #expect(fault.pointer == "/new_password")
        #expect(fault.field == "new_password")
        #expect(["same_as_email", "same_as_username"].contains(fault.code))
        #expect(fault.detail.hasPrefix("must not be"))
    }

    private func codes(_ schema: Schema<String>, _ password: String) -> [String] {
        var faults = Faults()
        let read = schema.read(.string(password), &faults)
        #expect((read == nil) == !faults.isEmpty)
        return faults.all.map(\.code)
    }
}
