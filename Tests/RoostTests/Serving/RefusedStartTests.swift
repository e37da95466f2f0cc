import Testing
import Workbench

@Suite("A server that can't start")
struct RefusedStartTests {
    @Test("A port that is taken is one line, and a failure")
    func portInUse() async throws {
        let first = try await LiveRoost()
        let second = try RoostProcess(["serve", "--port", "\(first.port)"])
        #expect(try await second.end() == .exit(1))
        #expect(
            second.complained
                == "roost: can't serve: bind 127.0.0.1:\(first.port): Address already in use\n")
        #expect(second.lines(saying: "listening").isEmpty)
        #expect(try first.get("/health").status == 200)
    }

    @Test("All faults of a configuration are told at once, one line each")
    func configuration() async throws {
        let roost = try RoostProcess(
            ["serve", "--wokers", "2"],
            ["PORT": "many", "LOG_LEVEL": "loud", "RATE_LIMIT_LOGON": "1/1"])
        #expect(try await roost.end() == .exit(78))
        let lines = roost.complained.split(separator: "\n")
        #expect(lines.count == 4)
        for word in ["PORT", "LOG_LEVEL", "RATE_LIMIT_LOGON", "--wokers"] {
            #expect(lines.count { $0.hasPrefix("roost: \(word)") } == 1, "\(word)")
        }
        #expect(roost.said == "")
    }

    @Test("Production without a secret says how to make one")
    func noSecret() async throws {
        let roost = try RoostProcess(["serve"], ["ENVIRONMENT": "production", "PORT": "0"])
        #expect(try await roost.end() == .exit(78))
        #expect(
            roost.complained == """
                roost: JWT_SECRET_KEY is missing, which production refuses; make one with: \
                openssl rand -base64 48

                """)
    }

    @Test("Production with a secret starts, and keeps nothing")
    func production() async throws {
        let roost = try await LiveRoost([
            "ENVIRONMENT": "production", "JWT_SECRET_KEY": goodSecret, "HOST": "127.0.0.1",
        ])
        #expect(try roost.get("/health").status == 200)
        #expect(roost.process.folder.read("var/secret") == nil)
    }

    @Test("A word that is no command is told, with the one that was meant")
    func unknownCommand() async throws {
        let roost = try RoostProcess(["sevre"])
        #expect(try await roost.end() == .exit(64))
        #expect(roost.complained == "roost: \"sevre\" is not a command; did you mean serve?\n")
    }
}
