import Testing
import Workbench

@testable import roost

@Suite("roost admin create")
struct AdminCommandTests {
    private let desk: OperatorDesk

    init() throws {
        desk = try OperatorDesk()
    }

    private var admins: [String] {
        get throws {
            try desk.ask(
                """
                select username
                from profile
                join account_role on account_role.account_id = profile.account_id
                join role on role.id = account_role.role_id
                where role.name = 'admin'
                """)
        }
    }

    @Test("Makes a database where there is none, and an admin with a password that is shown once")
    func made() async throws {
        #expect(await desk.run("admin create --email boss@example.com") == .success)
        #expect(try admins == ["boss"])
        #expect(desk.transcript.said.hasPrefix("made boss@example.com an admin\n"))
        let line = try #require(desk.transcript.said.split(separator: "\n").last)
        let password = try #require(line.split(separator: " ").last)
        #expect(password.split(separator: "-").map(\.count) == [5, 5, 5, 5, 5])
    }

    @Test("Takes the password from its input, and doesn't show it")
    func piped() async throws {
        let words = "admin create --email boss@example.com --username chief --password-stdin"
        #expect(await desk.run(words, typed: ["a fine long password"]) == .success)
        #expect(try admins == ["chief"])
        #expect(desk.transcript.said == "made boss@example.com an admin\n")
    }

    @Test("Asks who sits at a terminal, twice")
    func asked() async throws {
        let words = "admin create --email boss@example.com"
        let twice = ["a fine long password", "a fine long password"]
        #expect(await desk.run(words, typed: twice, atTerminal: true) == .success)
        #expect(!desk.transcript.said.contains("password"))
        let other = "admin create --email other@example.com"
        let typo = ["a fine long password", "a fine lomg password"]
        #expect(await desk.run(other, typed: typo, atTerminal: true) == .failure)
        #expect(try admins == ["boss"])
    }

    @Test(
        "Says why nobody was made an admin",
        arguments: [
            ("", "admin create needs --email ADDRESS"),
            ("--email nobody", "\"nobody\" is not an e-mail address"),
            ("--email a@example.com --password-stdin", "there is no password in the input"),
        ])
    func refused(words: String, line: String) async {
        #expect(await desk.run("admin create \(words)") != .success)
        #expect(desk.transcript.complained == [line])
    }

    @Test("Refuses a weak password, and an address that somebody has")
    func refusedByRules() async throws {
        let words = "admin create --email boss@example.com --password-stdin"
        #expect(await desk.run(words, typed: ["password123"]) == .failure)
        #expect(await desk.run(words, typed: ["a fine long password"]) == .success)
        #expect(await desk.run(words, typed: ["a fine long password"]) == .failure)
        #expect(desk.transcript.complained.count == 2)
        #expect(desk.transcript.complained.allSatisfy { $0.hasPrefix("no admin was made: ") })
        #expect(try admins == ["boss"])
    }
}
