import Testing
import Workbench

@testable import roost

@Suite("Commands of the binary")
struct CommandsTests {
    private func output(_ words: String...) async throws -> String {
        let process = try RoostProcess(words.flatMap { $0.split(separator: " ").map(String.init) })
        #expect(try await process.end() == .exit(0))
        #expect(process.complained == "")
        return process.said
    }

    @Test("routes lists every operation with who may call it")
    func routes() async throws {
        let lines = try await output("routes").split(separator: "\n")
        #expect(lines.first?.hasPrefix("METHOD  PATH") == true)
        let health = try #require(lines.first { $0.contains(" /api/v1/health ") })
        #expect(health.hasPrefix("GET"))
        #expect(health.contains(" everyone "))
        #expect(lines.allSatisfy { $0.last != " " })
    }

    @Test("openapi prints the committed document")
    func openapi() async throws {
        expectSnapshot(try await output("openapi"), matches: "docs/openapi.json")
    }

    @Test("version prints one line")
    func version() async throws {
        #expect(try await output("version") == "roost \(Version.full)\n")
        #expect(try await output("--version") == "roost \(Version.full)\n")
    }

    @Test("Every command explains itself", arguments: Command.all.map(\.name))
    func help(name: String) async throws {
        let page = try await output(name, "--help")
        #expect(page.contains("usage: roost \(name)"))
        #expect(page.contains("--help"))
    }
}
