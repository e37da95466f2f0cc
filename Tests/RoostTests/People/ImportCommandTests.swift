import Testing
import Workbench

@testable import roost

@Suite("roost import users")
struct ImportCommandTests {
    private let desk: OperatorDesk

    init() throws {
        desk = try OperatorDesk()
    }

    private func write(_ lines: String..., to name: String = "people.csv") throws -> String {
        try desk.folder.write(lines.joined(separator: "\n"), to: name)
        return "\(desk.folder.path)/\(name)"
    }

    private var addresses: [String] {
        get throws { try desk.ask("select email from profile order by email") }
    }

    @Test("Brings everybody in, also where no server has begun yet, and it stands up to verify")
    func all() async throws {
        let file = try write("email,role", "ann@example.com,user", "ben@example.com,Admin")
        #expect(await desk.run("import users \(file)") == .success)
        #expect(try addresses == ["ann@example.com", "ben@example.com"])
        #expect(desk.transcript.said == "brought in 2 people from \(file)\n")
        #expect(await desk.run("verify") == .success)
    }

    @Test("Brings nobody in when one can't come, and says why")
    func none() async throws {
        let file = try write("email,role", "ann@example.com,user", "no address,user")
        #expect(await desk.run("import users \(file)") == .failure)
        #expect(try addresses == [])
        let complained = desk.transcript.complained
        #expect(complained.first?.hasPrefix("line 3: email ") == true)
        #expect(
            complained.last
                == "1 of 2 rows can't come in, so nobody was brought in; mend them, or say "
                + "--skip-bad")
    }

    @Test("Brings the others in when it may skip those who can't, and those once")
    func skipping() async throws {
        let file = try write("email,role", "ann@example.com,user", "no address,user")
        for _ in 0..<2 {
            #expect(await desk.run("import users \(file) --skip-bad") == .success)
            #expect(try addresses == ["ann@example.com"])
        }
        #expect(desk.transcript.said.hasSuffix("brought in 0 people from \(file)\n"))
    }

    @Test("A dry run tells all of it and makes nothing, not even a database")
    func dryRun() async throws {
        let file = try write("email,role", "ann@example.com,user", "no address,user")
        #expect(await desk.run("import users \(file) --dry-run") == .failure)
        #expect(desk.transcript.said == "1 people would come in, 1 would not\n")
        #expect(desk.folder.read("roost.db") == nil)
    }

    @Test("Passwords in the clear are hashed, and work")
    func passwords() async throws {
        let file = try write(
            #"{"email":"ann@example.com","password":"correct horse battery"}"#, to: "people.jsonl")
        #expect(await desk.run("import users \(file)") == .success)
        let hashes = try desk.ask("select password_hash from credential")
        #expect(hashes.count == 1)
        #expect(hashes.allSatisfy { $0.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") })
    }

    @Test(
        "Says what is wrong with the file",
        arguments: [
            ("people.xlsx", "a"), ("people.csv", "email\n\"a@x.org"), ("people.jsonl", "{"),
        ])
    func badFiles(name: String, text: String) async throws {
        let file = try write(text, to: name)
        #expect(await desk.run("import users \(file)") == .failure)
        #expect(desk.transcript.complained.count == 1)
        #expect(desk.transcript.complained.first?.contains(name) == true)
        #expect(await desk.run("import users") == .usage)
        #expect(await desk.run("import users \(desk.folder.path)/nowhere.csv") == .failure)
    }
}
