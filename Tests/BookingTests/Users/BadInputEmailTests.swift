import HTTP
import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bad addresses")
struct BadInputEmailTests {
    /// RFC 5321 section 4.5.3.1: 64 before the @, 63 in a label (RFC 1035), 254 in all.
    private static let taken: [String] = [
        "\(x(64))@example.com", "a@\(x(63)).com", "\(x(64))@\(x(63)).\(x(63)).\(x(57)).com",
        "a+b@example.com", "!#$%&'*+-/=?^_`{|}~@example.org", "a@xn--bcher-kva.example",
        "1@2.example", "a.b.c@x-y.example", "A@EXAMPLE.com",
    ]

    private static let refused: [String] = [
        "", " ", "a", "@", "a@", "@example.com", "\(x(65))@example.com", "a@\(x(64)).com",
        "\(x(64))@\(x(63)).\(x(63)).\(x(58)).com", "\"a b\"@example.com", "\"a\"@example.com",
        "a@[127.0.0.1]", "a@[IPv6:::1]", "a@127.0.0.1", "a@example.com.", "a@localhost",
        "a@.com", "a@example..com", ".a@example.com", "a.@example.com", "a..b@example.com",
        "a@-x.com", "a@x-.com", "a@x_y.com", "ä@example.com", "a@exämple.com", "a b@example.com",
        "a@b@example.com", "a\u{FF20}example.com", "a(c)@example.com", "Ann <a@example.com>",
        "a@example.com,b@example.com", "a@example.com\r\nBcc: b@example.com", "a\n@example.com",
        "a\u{0}@example.com", "a@example.com\u{0}", "\u{212A}@example.com", "a@example.c\u{212A}",
        "a\u{301}@example.com", "a\u{202E}@example.com", "a@example.123", "a:b@example.com",
        "mailto:a@example.com", "a;b@example.com", "a\\@example.com", "a@\u{1F600}.com",
    ]

    private static func x(_ count: Int) -> String { String(repeating: "x", count: count) }

    private static let doors: [(BadInputField, isStored: Bool)] = [
        (field(.post, "/users", [("name", "A")]), true), (field(.patch, "/me"), true),
        (field(.patch, "/users/{id}"), true), (field(.post, "/auth/recover"), false),
    ]

    private static func field(
        _ method: HTTP.Method, _ path: String, _ others: [(String, JSON)] = []
    ) -> BadInputField {
        BadInputField(method: method, path: path, member: "email", length: 1...254, others: others)
    }

    @Test("An address is what mail can reach, and is kept as it was written")
    func good() async throws {
        for (field, isStored) in BadInputEmailTests.doors {
            let desk = try await BadInputDesk()
            for (number, email) in BadInputEmailTests.taken.enumerated() {
                let answer = try await desk.send(JSON.string(email).bytes, as: field, number)
                let expected: BadInputCase.Outcome =
                    isStored ? .stored(Array(email.utf8)) : .accepted
                #expect(desk.outcome(answer, "email") == expected, "\(field) \(email)")
            }
        }
    }

    @Test("Anything else is refused by name, at every door")
    func bad() async throws {
        let desk = try await BadInputDesk()
        let odd = BadInputCase.wrongTypes + BadInputCase.broken + [BadInputCase("null", .refused)]
        let cases =
            BadInputEmailTests.refused.map {
                BadInputCase(bytes: JSON.string($0).bytes, .refused)
            } + odd
        for (field, _) in BadInputEmailTests.doors {
            for (number, sent) in cases.enumerated() {
                let answer = try await desk.send(sent.literal, as: field, number)
                let shown = String(decoding: sent.literal, as: UTF8.self)
                #expect(desk.outcome(answer, "email") == sent.outcome, "\(field) \(shown)")
            }
        }
    }

    @Test("White space around it is nobody's wish")
    func trimming() async throws {
        let desk = try await BadInputDesk()
        let field = BadInputEmailTests.field(.patch, "/me")
        let answer = try await desk.send(
            JSON.string(" \u{3000}new@example.com\r\n").bytes, as: field, 0)
        #expect(desk.outcome(answer, "email") == .stored(Array("new@example.com".utf8)))
    }
}
