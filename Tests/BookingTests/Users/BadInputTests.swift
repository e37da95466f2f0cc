import HTTP
import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad input")
struct BadInputTests {
    @Test(
        "Every text comes back to the byte, or is refused by its name",
        arguments: BadInputField.all)
    func texts(field: BadInputField) async throws {
        let desk = try await BadInputDesk()
        for (number, sent) in BadInputCase.all(for: field).enumerated() {
            let answer = try await desk.send(sent.literal, as: field, number)
            var outcome = desk.outcome(answer, field.member)
            // Null has the server choose, and it shows what it chose.
            if sent.outcome == .accepted, case .stored = outcome { outcome = .accepted }
            let shown = String(decoding: sent.literal.prefix(80), as: UTF8.self)
            #expect(outcome == sent.outcome, "\(shown): \(answer.text.prefix(300))")
        }
    }

    @Test("A username, a name and a role's name have rules of their own")
    func rules() async throws {
        let desk = try await BadInputDesk()
        let refusals: [(String, String, [String])] = [
            ("/me", "username", ["a@b", " a", "a ", "\u{2003}a", "a\u{3000}"]),
            ("/me", "name", [" ", "\t\n", "\u{3000}\u{2003}"]),
            ("/roles/{role}", "name", ["a,b", " ", "\t"]),
        ]
        for (path, member, texts) in refusals {
            let field = BadInputField(method: .patch, path: path, member: member, length: 1...1)
            for text in texts {
                let answer = try await desk.send(JSON.string(text).bytes, as: field, 0)
                #expect(desk.outcome(answer, member) == .refused, "\(member) \(text)")
            }
        }
    }

    private static let passwords: [BadInputCase] =
        BadInputCase.wrongTypes + BadInputCase.broken + [
            .refused(""), .refused("seven77"), .refused("a\\u0000bcdefgh"),
            .refused("password123"), BadInputCase("null", .refused),
            BadInputCase("\"eight 88\"", .accepted),
            BadInputCase("\" \\t\\n   \\u0001 \"", .accepted),
            BadInputCase("\"\(String(repeating: "x", count: 72))\"", .accepted),
            .refused(String(repeating: "x", count: 73)),
            BadInputCase("\"\(String(repeating: "😀", count: 18))\"", .accepted),
            .refused(String(repeating: "😀", count: 19)),
            .refused(String(repeating: "é", count: 37)),
            // One scalar of four bytes and one of three.
            .refused("😀€"), BadInputCase("\"😀😀\"", .accepted),
        ]

    @Test("A new password has 8 to 72 bytes, whatever they are")
    func newPasswords() async throws {
        let desk = try await BadInputDesk()
        for (number, sent) in BadInputTests.passwords.enumerated() {
            let email = Array(
                "\"email\":\"p\(number)@example.com\",\"name\":\"P\",\"password\":".utf8)
            let registered = try await desk.send(email + sent.literal, .post, "/users")
            #expect(desk.outcome(registered, "password") == sent.outcome, "\(registered.text)")
            let old = Array("\"old_password\":\"wrong\",\"new_password\":".utf8)
            let changed = try await desk.send(
                old + sent.literal, .put, "/me/password", as: desk.ann)
            let outcome = desk.outcome(changed, "new_password")
            #expect(outcome == sent.outcome || changed.code == "wrong_password")
            #expect(sent.outcome == .accepted || changed.code != "wrong_password")
        }
    }

    @Test("Whatever password was set is the one that signs in")
    func odd() async throws {
        let desk = try await BadInputDesk()
        let texts = [
            "مرحبا بالعالم", "e\u{301}e\u{301}e\u{301}", "a\u{1}\u{1B}\n\t\u{7F} b", " 8 blank ",
        ]
        for (number, text) in texts.enumerated() {
            let email = "p\(number)@example.com"
            let body: JSON = ["email": .string(email), "name": "P", "password": .string(text)]
            #expect(try await desk.house.ask(.post, "/users", body).status == 201)
            let login: JSON = ["email": .string(email), "password": .string(text)]
            #expect(try await desk.house.ask(.post, "/login", login).status == 200)
            let trimmed: JSON = ["email": .string(email), "password": .string(text + " ")]
            #expect(try await desk.house.ask(.post, "/login", trimmed).status == 401)
        }
    }
}
