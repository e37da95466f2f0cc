import Testing
import Workbench

@Suite("What pages weigh on the wire")
struct PageSizeTests {
    private let server: AssembledServer

    init() throws {
        server = try AssembledServer(.overSocket)
    }

    @Test("The landing page and the explorer with all that they load are less than 120 kB")
    func explorer() async throws {
        var total = 0
        var waiting = ["/", "/docs", "/openapi.json"]
        var seen: Set<String> = []
        while let path = waiting.popLast() {
            guard seen.insert(path).inserted else { continue }
            total += try await answer(to: path, ("Accept-Encoding", "gzip")).body.count
            let text = try await answer(to: path).text
            waiting += parts(of: text, behind: "=\"/docs/assets/")
            if path.hasSuffix(".js") { waiting += parts(of: text, behind: "from \"./") }
        }
        #expect(seen.count >= 16)
        #expect(total < 120_000)
        #expect(total > 50_000)
    }

    private func answer(
        to path: String, _ field: (String, String) = ("Accept-Encoding", "identity")
    ) async throws -> RawAnswer {
        let answer = try await server.ask(.get, path, ("Accept", "text/html,*/*;q=0.8"), field)
        #expect(answer.status == 200, "\(path)")
        return answer
    }

    /// The assets that are named behind some words.
    private func parts(of text: String, behind start: String) -> [String] {
        text.split(separator: start, omittingEmptySubsequences: false).dropFirst().map { piece in
            "/docs/assets/" + piece.prefix { $0 != "\"" }
        }
    }
}
