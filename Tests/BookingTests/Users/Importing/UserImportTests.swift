import Crypto
import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

@Suite("Bringing in the users of another system")
struct UserImportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ lines: String...) throws -> String {
        try folder.write(lines.joined(separator: "\n"), to: "people.csv")
        return "\(folder.path)/people.csv"
    }

    private func check(_ house: House, _ path: String) throws -> UserImportReport {
        let users = UserImport(
            journal: house.journal, admit: Facilitators.admission(house.journal))
        return try house.database.read(within: .seconds(5)) { reader in
            try users.check(path, at: house.clock.clock.now, reader) { _ in }
        }
    }

    @discardableResult
    private func bringIn(
        _ house: House, _ path: String, hashes: [Int: PasswordHash] = [:]
    ) async throws -> Int {
        let users = UserImport(
            journal: house.journal, admit: Facilitators.admission(house.journal))
        let report = try check(house, path)
        return try await house.database.write { tx in
            try users.run(path, report, hashes: hashes, in: tx) { _ in }
        }
    }

    /// What is told about the rows, by their lines.
    private func refusals(_ house: House, _ lines: String...) throws -> [Int: [String]] {
        let path = try write(
            (["email,username,id,google_id,role,password,created_at"] + lines)
                .joined(separator: "\n"))
        let report = try check(house, path)
        #expect(report.found.rows == lines.count)
        #expect(report.found.refusedLines == Set(report.found.refusals.map(\.line)))
        return Dictionary(
            uniqueKeysWithValues: report.found.refusals.map { ($0.line, $0.sentences) })
    }

    @Test(
        "They sign in with the passwords they had, by whichever system's hash",
        arguments: [
            ("password", "$2b$04$SciZ6bx5KTvwGfeYTCk1Ne4n3wgftk6w6lyI6negcQIvT4iDE0ysm"),
            (
                "password",
                "pbkdf2:sha256:1000$salt$632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3"
            ),
        ])
    func passwords(password: String, hash: String) async throws {
        try #require(PasswordHash(hash)?.verifies(Array(password.utf8)) == true)
        let house = try await House()
        let path = try write("email,name,hashed_password", "ann@example.com,Ann,\(hash)")
        #expect(try await bringIn(house, path) == 1)
        let ann = try await house.signIn("ann", password)
        #expect(try await house.ask(.get, "/me", as: ann).json?["name"] == "Ann")
    }

    @Test("What was written down of them comes along")
    func whole() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let id = "0b2e3c1e-27f4-4a6b-9d2b-0123456789ab"
        let path = try write(
            "id,email,username,full_name,roles,bio,specialization,status,created_at",
            "\(id.uppercased()),Ann@Example.com,annie,Ann Lee,\"facilitator,user\",Sings,Voice,suspended,"
                + "2024-01-02 03:04:05")
        #expect(try await bringIn(house, path) == 1)
        let json = try #require(try await house.ask(.get, "/users/\(id)", as: admin).json)
        #expect(json["email"] == "Ann@Example.com")
        #expect(json["username"] == "annie")
        #expect(json["name"] == "Ann Lee")
        #expect(json["role"] == "facilitator")
        #expect(json["bio"] == "Sings")
        #expect(json["specialization"] == "Voice")
        #expect(json["status"] == "suspended")
        #expect(json["createdAt"] == "2024-01-02T03:04:05.000Z")
        #expect(json["email_verified"] == false)
    }

    @Test("Who has no username gets one that nobody in the file has")
    func usernames() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let path = try write(
            "email,username", "ann@one.org,", "ann@two.org,", "eve@one.org,ann",
            "x@one.org,x@one.org")
        #expect(try await bringIn(house, path) == 4)
        guard case .array(let users)? = try await house.ask(.get, "/users?q=one", as: admin).json
        else { throw CancellationError() }
        #expect(Set(users.map { "\($0["username"] ?? .null)" }).count == 3)
        #expect(users.contains { $0["username"] == "ann" && $0["email"] == "eve@one.org" })
        #expect(users.contains { $0["username"] == "ann2" || $0["username"] == "ann3" })
        #expect(users.contains { $0["username"] == "x" })
    }

    @Test("Nobody comes in who is there already, or twice")
    func taken() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let found = try refusals(
            house, "ANN@example.com,,,,,,", "b@x.org,Ann,,,,,", "c@x.org,,\(ann.id),,,,",
            "d@x.org,d,,117,,,", "D@x.org,,,117,,,", "e@x.org,D,,,,,")
        #expect(found[2] == ["email is an account's already"])
        #expect(found[3] == ["username is an account's already"])
        #expect(found[4] == ["id is an account's already"])
        #expect(found[5] == nil)
        #expect(found[6] == ["email is that of line 5", "google_id is that of line 5"])
        #expect(found[7] == ["username is that of line 5"])
    }

    @Test("Unknown roles, weak passwords and days to come are told, each with its line")
    func faults() async throws {
        let house = try await House()
        let found = try refusals(
            house, "a@x.org,,,,wizard,,", "b@x.org,,,,,password1,", "c@x.org,,,,,,2099-01-01",
            "d@x.org,,,,,d@x.org.long,", "long-address@x.org,,,,,long-address@x.org,")
        #expect(found[2] == ["there is no role wizard"])
        #expect(found[3]?.count == 1)
        #expect(found[4] == ["created_at is to come"])
        #expect(found[5] == nil)
        #expect(found[6] == ["password must not be the e-mail address"])
    }

    @Test("A row that was refused is left out, and the others come in")
    func skipping() async throws {
        let house = try await House()
        let path = try write("email,role", "a@x.org,wizard", "b@x.org,", "no address,")
        #expect(try await bringIn(house, path) == 1)
        #expect(
            try await house.ask(.post, "/auth/login", ["email": "b@x.org", "password": "x"]).status
                == 401)
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
            #expect(try reader.count("select count(*) from profile") == 1)
        }
    }

    @Test("Passwords in the clear are hashed by whoever brings them in")
    func clear() async throws {
        let house = try await House()
        let path = try write("email,password", "ann@example.com,correct horse battery")
        let report = try check(house, path)
        #expect(report.plainPasswords.map(\.line) == [2])
        let hash = try PasswordHash.make(
            of: Array(report.plainPasswords[0].password.utf8), with: House.cheap)
        try await bringIn(house, path, hashes: [2: hash])
        _ = try await house.signIn("ann")
    }

    @Test("Columns that mean nothing are told once")
    func unknownColumns() async throws {
        let house = try await House()
        let path = try write("email,shoe_size,age", "a@x.org,42,7", "b@x.org,43,8")
        #expect(try check(house, path).found.unknownColumns == ["age", "shoe_size"])
    }
}
