import JSON
import SQLite
import Testing
import Workbench

@testable import Booking

@Suite("Leaving")
struct LeavingTests {
    @Test("Who knows their password erases themselves, and nothing of them is left")
    func leaving() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let wrong = try await house.ask(.delete, "/me", ["password": "wrong one"], as: ann)
        #expect(house.outcome(wrong) == "400 wrong_password")
        #expect(house.outcome(try await house.ask(.delete, "/me", as: ann)) == "400 wrong_password")
        let body: JSON = ["password": .string(Person.password)]
        #expect(try await house.ask(.delete, "/me", body, as: ann).status == 204)
        #expect(try await house.trySignIn("ann").status == 401)
        for table in LeavingTests.tables {
            #expect(try count(house, table) == 0)
        }
    }

    /// Everything with personal data in it.
    private static let tables: [SQL] = [
        "profile", "profile_word", "credential", "sign_in", "refresh_token", "letter_token",
    ]

    private func count(_ house: House, _ table: SQL) throws -> Int {
        try house.database.read(within: .seconds(1)) {
            try $0.count("select count(*) from \(table)")
        }
    }

    @Test("The address and the username are free again, for another account")
    func free() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        #expect(try await house.ask(.delete, "/users/\(ann.id)", as: ann).status == 204)
        let again = try await house.person("ann")
        #expect(again.id != ann.id)
    }

    @Test("What was recorded stays, and is what the tables say")
    func verified() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        #expect(try await house.ask(.delete, "/users/\(ann.id)", as: admin).status == 204)
        let answer = try await house.ask(.get, "/journal?stream=user/\(ann.id)", as: admin)
        guard case .array(let entries)? = answer.json else { throw CancellationError() }
        #expect(entries.map { $0["kind"] } == ["user.registered", "user.erased"])
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }

    @Test("Whoever asks gets all that is held about them, and no secret")
    func export() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let out = try await house.signIn("ann")
        #expect(try await house.ask(.post, "/auth/logout", as: out).status == 200)
        let answer = try await house.ask(.get, "/me/export", as: ann)
        let json = try #require(answer.json)
        #expect(json["account"]?["email"] == "ann@example.com")
        #expect(json["has_password"] == true)
        guard case .array(let signIns)? = json["sign_ins"],
            case .array(let entries)? = json["journal"]
        else { throw CancellationError() }
        #expect(signIns.count { $0["end_reason"] == .null } == 1)
        #expect(signIns.count { $0["end_reason"] == "signed_out" } == 1)
        #expect(entries.map { $0["kind"] } == ["user.registered"])
        #expect(!answer.text.contains("argon2"))
        #expect(!answer.text.contains(ann.refreshToken))
    }
}
