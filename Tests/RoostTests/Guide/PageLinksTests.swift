import Testing

@testable import Booking

@Suite("Links between pages")
struct PageLinksTests {
    @Test("Every link leads to something that answers, and every anchor is there")
    func links() async throws {
        let roost = try await LiveRoost()
        var seen = SeenPages(roost)
        try seen.visit("/", from: "a browser")
        #expect(seen.faults == [])
        for page in Guide.embedded.pages {
            #expect(seen.paths.contains(page.path), "nothing leads to \(page.path)")
        }
        #expect(seen.paths.count { $0.hasPrefix("/docs/problems/") } >= 70)
        for path in ["/docs", "/redoc", "/docs/guide", "/docs/problems", "/openapi.json"] {
            #expect(seen.paths.contains(path), "nothing leads to \(path)")
        }
    }
}
