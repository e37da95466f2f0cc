import HTTP
import JSON
import Testing
import Workbench

@testable import Booking

/// From the socket to the tables, with keys that come from a server on this machine. One after the other: each
/// holds a thread while it waits for keys that somebody needs a thread to fetch.
@Suite("The door for Google", .serialized)
struct GoogleDoorTests {
    let google: GoogleDesk
    let house: House

    init() async throws {
        google = try GoogleDesk()
        house = try await House(.init(way: .overSocket, google: google.signIn))
    }

    /// Comes with Ada's token, some of its claims changed, and with what D's clients send beside it.
    private func enter(
        _ claims: KeyValuePairs<String, String?> = [:], beside members: [JSON.Member] = [],
        as member: String = "credential"
    ) async throws -> RawAnswer {
        let token = JSON.Member(member, .string(try google.token(claims)))
        return try await house.ask(.post, "/auth/google", .object([token] + members))
    }

    private func ada(_ claims: KeyValuePairs<String, String?> = [:]) async throws -> Person {
        let answer = try await enter(claims)
        return try #require(Person(answer), "\(answer.status) \(answer.text)")
    }

    private func verifyEmail(of name: String) async throws {
        let token = try house.code(inLetterTo: name)
        let answer = try await house.ask(
            .post, "/auth/verify-email", ["token": .string(token)])
        #expect(answer.status == 200)
    }

    private func suspend(_ person: Person) async throws {
        let admin = try await house.admin()
        let answer = try await house.ask(
            .patch, "/users/\(person.id)", ["status": "suspended"], as: admin)
        #expect(answer.status == 200)
    }

    @Test("Whom we don't know gets an account, whose address is verified", arguments: names)
    func newcomer(member: String) async throws {
        let answer = try await enter(as: member)
        #expect(answer.status == 200)
        #expect(answer.json?["email"] == "ada@example.com")
        #expect(answer.json?["email_verified"] == true)
        #expect(answer.json?["name"] == "Ada Lovelace")
        #expect(answer.json?["token_type"] == "bearer")
        #expect(answer.json?["user"]?["role"] == "user")
        let ada = try #require(Person(answer))
        #expect(try await house.ask(.get, "/me", as: ada).status == 200)
        #expect(try house.countOfLetters(to: "ada") == 0)
    }

    private static let names = ["credential", "id_token"]

    @Test("Such an account has no password, and none opens it")
    func passwordless() async throws {
        let ada = try await ada()
        let export = try await house.ask(.get, "/me/export", as: ada)
        #expect(export.json?["has_password"] == false)
        for password in [Person.password, "", "null"] {
            let answer = try await house.trySignIn("ada", password)
            #expect(answer.status == (password.isEmpty ? 422 : 401))
        }
    }

    @Test("Who comes again has the same account, whatever address and name Google tells by then")
    func again() async throws {
        let first = try await ada()
        let second = try await ada(["email": #""countess@example.com""#, "name": #""Countess""#])
        #expect(second.id == first.id)
        #expect(second.email == first.email)
        #expect(second.token != first.token)
        for person in [first, second] {
            #expect(try await house.ask(.get, "/me", as: person).status == 200)
        }
    }

    @Test("An account with a verified address is linked, and keeps its password and sign-ins")
    func linked() async throws {
        let before = try await house.person("ada")
        try await verifyEmail(of: "ada")
        #expect(try await ada().id == before.id)
        #expect(try await house.ask(.get, "/me", as: before).status == 200)
        #expect(try await house.signIn("ada").id == before.id)
        #expect(try await ada(["email": #""countess@example.com""#]).id == before.id)
    }

    @Test("One whose address nobody verified is linked, and loses its password and sign-ins")
    func takenBack() async throws {
        let squatter = try await house.person("ada")
        let owner = try await ada()
        #expect(owner.id == squatter.id)
        #expect(try await house.ask(.get, "/me", as: squatter).status == 401)
        let refresh = try await house.ask(
            .post, "/auth/refresh", ["refresh_token": .string(squatter.refreshToken)])
        #expect(house.outcome(refresh) == "401 invalid_token")
        #expect(house.outcome(try await house.trySignIn("ada")) == "401 invalid_credentials")
        let account = try await house.ask(.get, "/me", as: owner)
        #expect(account.json?["email_verified"] == true)
    }

    /// As an import leaves it: another system has said that this id is hers.
    private func claim(_ subject: String, for person: Person) async throws {
        try await house.database.write { tx in
            try CredentialStore.set(google: subject, confirmed: nil, of: person.id, in: tx)
        }
    }

    @Test(
        "An id that another system told keeps nobody out whose address it is, and lets nobody stay",
        arguments: ["110169484474386276334", "2"])
    func claimed(subject: String) async throws {
        let squatter = try await house.person("ada")
        try await claim(subject, for: squatter)
        let owner = try await ada()
        #expect(owner.id == squatter.id)
        #expect(try await house.ask(.get, "/me", as: squatter).status == 401)
        #expect(house.outcome(try await house.trySignIn("ada")) == "401 invalid_credentials")
        #expect(house.outcome(try await enter(["sub": #""3""#])) == "409 email_taken")
        #expect(try await ada().id == owner.id)
    }

    @Test("Such an id doesn't open an account of another address")
    func claimedByAnother() async throws {
        let ben = try await house.person("ben")
        try await claim("110169484474386276334", for: ben)
        #expect(house.outcome(try await enter()) == "401 invalid_token")
        #expect(try await house.trySignIn("ben").status == 200)
    }

    @Test("Another Google account with the same address is refused, and the first goes on")
    func otherSubject() async throws {
        let first = try await ada()
        let other = try await enter(["sub": #""2""#])
        #expect(house.outcome(other) == "409 email_taken")
        #expect(try await ada().id == first.id)
    }

    @Test("An id and an address that come along must be those of the token")
    func besides() async throws {
        let rightID = JSON.Member("google_id", "110169484474386276334")
        let rightEmail = JSON.Member("email", "ADA@example.com")
        let name = JSON.Member("name", "Whoever")
        let good = try await enter(beside: [rightID, rightEmail, name])
        #expect(good.status == 200)
        #expect(good.json?["name"] == "Ada Lovelace")
        for wrong in [
            [JSON.Member("google_id", "2"), rightEmail],
            [rightID, .init("email", "b@example.com")],
            [.init("google_id", "")], [.init("email", "")],
        ] {
            #expect(house.outcome(try await enter(beside: wrong)) == "401 invalid_token")
        }
    }

    @Test("An id without a token proves nothing, and nobody asks Google")
    func idAlone() async throws {
        _ = try await house.person("ada")
        let bodies: [JSON] = [
            ["google_id": "110169484474386276334"],
            [
                "google_id": "110169484474386276334", "email": "ada@example.com",
                "name": "Ada Lovelace",
            ],
            [:],
        ]
        for body in bodies {
            let answer = try await house.ask(.post, "/auth/google", body)
            #expect(house.outcome(answer) == "400 missing_fields")
        }
        #expect(google.fetches == 0)
        #expect(try await house.trySignIn("ada").status == 200)
    }

    @Test("A token that somebody else signed is refused, and makes no account")
    func forged() async throws {
        let token = try google.token(key: SigningKey())
        let answer = try await house.ask(
            .post, "/auth/google", ["credential": .string(token)])
        #expect(house.outcome(answer) == "401 invalid_token")
        let admin = try await house.admin()
        let list = try await house.ask(.get, "/users", as: admin)
        #expect(list["X-Total-Count"] == "1")
    }

    @Test("Who is suspended is told so, and it ends what they had")
    func suspended() async throws {
        let ada = try await ada()
        try await suspend(ada)
        #expect(house.outcome(try await enter()) == "403 account_suspended")
        #expect(try await house.ask(.get, "/me", as: ada).status == 401)
    }

    @Test("A suspended account isn't linked, and its password stays")
    func suspendedUnlinked() async throws {
        let ada = try await house.person("ada")
        try await suspend(ada)
        #expect(house.outcome(try await enter()) == "403 account_suspended")
        #expect(house.outcome(try await house.trySignIn("ada")) == "403 account_suspended")
    }

    @Test("Who has no password leaves within ten minutes of signing in, and is new after that")
    func leaving() async throws {
        let ada = try await ada()
        house.clock.move(599)
        #expect(try await house.ask(.delete, "/me", as: ada).status == 204)
        #expect(try await house.ask(.get, "/me", as: ada).status == 401)
        #expect(try await self.ada().id != ada.id)
    }

    @Test("Later they have to sign in again first")
    func leavingLater() async throws {
        let ada = try await ada()
        house.clock.move(600)
        let late = try await house.ask(.delete, "/me", ["password": "whatever"], as: ada)
        #expect(house.outcome(late) == "403 recent_sign_in_required")
        let again = try await self.ada()
        // That somebody is signed in elsewhere doesn't help.
        #expect(try await house.ask(.delete, "/me", as: ada).status == 403)
        #expect(try await house.ask(.delete, "/me", as: again).status == 204)
    }

    @Test("Where Google isn't set up the door says so, behind what is missing in the request")
    func notConfigured() async throws {
        let house = try await House()
        let credential = JSON.string(try google.token())
        let answer = try await house.ask(.post, "/auth/google", ["credential": credential])
        #expect(house.outcome(answer) == "503 google_not_configured")
        #expect(answer["Retry-After"] != nil)
        let empty = try await house.ask(.post, "/auth/google", [:])
        #expect(house.outcome(empty) == "400 missing_fields")
    }
}
