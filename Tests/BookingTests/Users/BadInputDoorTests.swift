import HTTP
import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad input at doors")
struct BadInputDoorTests {
    /// A text that opens something, or doesn't.
    struct Door: Sendable, CustomStringConvertible {
        let path: String
        let member: String
        /// What stands before it.
        var others = ""
        /// How it says that the text opens nothing.
        let answers: Set<String>
        var method = HTTP.Method.post
        var isSignedIn = false
        var isOptional = false

        var description: String { "\(path) \(member)" }
    }

    private static let signIns = ["/users/login", "/auth/login", "/login", "/auth/token"].flatMap {
        path in
        let refusal: Set<String> = ["401 invalid_credentials"]
        let password = #""password":"some password","#
        let name = Door(
            path: path, member: "username", others: password, answers: refusal,
            isOptional: path != "/auth/token")
        let email = Door(
            path: path, member: "email", others: password, answers: refusal, isOptional: true)
        let secret = Door(
            path: path, member: "password", others: #""username":"ann","#, answers: refusal)
        return path == "/auth/token" ? [name, secret] : [name, email, secret]
    }

    private static let tokens = [
        Door(path: "/auth/refresh", member: "refresh_token", answers: ["401 invalid_token"]),
        Door(path: "/auth/revoke", member: "refresh_token", answers: ["204"]),
        Door(path: "/auth/logout", member: "refresh_token", answers: ["200"], isOptional: true),
        Door(path: "/auth/verify-email", member: "token", answers: ["400 invalid_token"]),
        Door(
            path: "/auth/reset-password", member: "token",
            others: #""new_password":"another battery","#, answers: ["400 invalid_token"]),
        Door(
            path: "/me/password", member: "old_password",
            others: #""new_password":"another battery","#, answers: ["400 wrong_password"],
            method: .put, isSignedIn: true),
        Door(
            path: "/me", member: "password", answers: ["400 wrong_password"], method: .delete,
            isSignedIn: true, isOptional: true),
    ]

    private static let google = ["credential", "id_token", "google_id", "email", "name"].map {
        Door(
            path: "/auth/google", member: $0,
            others: $0 == "credential" ? "" : #""credential":"x","#,
            answers: ["503 google_not_configured", "400 missing_fields"], isOptional: true)
    }

    private static let texts: [String] = [
        "x", "null", "مرحبا", "a\u{202E}b", "👩‍👩‍👧‍👦", "e\u{301}", "\u{1}\u{1B}\u{7F}", "a\r\nb",
        "' or 1=1 --", "%00", "a.b.c", "ann\u{3000}", "\u{130}", "ß", "{\"a\":1}",
        String(repeating: "x", count: 200), String(repeating: "A", count: 43),
        String(repeating: "😀", count: 200),
    ]

    @Test(
        "Each answers as to any text that opens nothing, or names what is wrong",
        arguments: signIns + tokens + google)
    func doors(door: Door) async throws {
        let desk = try await BadInputDesk()
        let wrong = BadInputCase.wrongTypes + BadInputCase.broken + [.refused("a\\u0000b")]
        for sent in wrong {
            let answer = try await send(sent.literal, to: door, desk)
            #expect(desk.outcome(answer, door.member) == sent.outcome, "\(answer.text)")
        }
        for text in BadInputDoorTests.texts {
            let answer = try await send(JSON.string(text).bytes, to: door, desk)
            #expect(door.answers.contains(desk.house.outcome(answer)), "\(text): \(answer.text)")
        }
        for literal in ["\"\"", "null", "\"\(String(repeating: "x", count: 9_000))\""] {
            let answer = try await send(Array(literal.utf8), to: door, desk)
            let isFine = door.isOptional && answer.status < 500 || answer.status == 422
            #expect(isFine || door.answers.contains(desk.house.outcome(answer)), "\(answer.text)")
        }
    }

    private func send(
        _ literal: [UInt8], to door: Door, _ desk: BadInputDesk
    ) async throws -> RawAnswer {
        try await desk.send(
            Array("\(door.others)\"\(door.member)\":".utf8) + literal, door.method, door.path,
            as: door.isSignedIn ? desk.ann : nil)
    }

    @Test(
        "A form of nonsense is refused, by name where it has fields",
        arguments: [
            ("", "422"), ("username=&password=", "422"), ("username=ann", "422"),
            ("username=a%00b&password=x", "400 malformed_form"),
            ("username=%FF&password=x", "400 malformed_form"),
            ("username=%ED%A0%80&password=x", "400 malformed_form"),
            ("username=%2&password=x", "400 malformed_form"),
            ("username=a&username=b&password=x", "400 malformed_form"),
            ("username=%F0%9F%98%80&password=%01", "401 invalid_credentials"),
            ("username=a%0D%0Ab&password=x", "401 invalid_credentials"), ("&&&==&", "422"),
        ])
    func forms(form: String, outcome: String) async throws {
        let desk = try await BadInputDesk()
        let answer = try await desk.house.send(
            .post, "/auth/token", Array(form.utf8),
            [("Content-Type", "application/x-www-form-urlencoded")])
        #expect(desk.house.outcome(answer).hasPrefix(outcome), "\(answer.text)")
    }

    @Test(
        "A body that is no object is refused",
        arguments: [
            "[]", "null", "1", "\"x\"", "true", "[{}]", "", "{", "{}}", "{\"a\":1,\"a\":2}",
        ])
    func bodies(text: String) async throws {
        let desk = try await BadInputDesk()
        for path in ["/users", "/login", "/auth/token", "/auth/refresh", "/auth/recover"] {
            let answer = try await desk.house.send(
                .post, path, Array(text.utf8), [("Content-Type", "application/json")])
            #expect([400, 422].contains(answer.status), "\(path): \(answer.text)")
        }
        let own = try await desk.house.send(
            .patch, "/me", Array(text.utf8), as: desk.ann, [("Content-Type", "application/json")])
        #expect([400, 422].contains(own.status))
    }
}
