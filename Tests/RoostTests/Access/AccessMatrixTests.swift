import Testing
import Workbench

@Suite("The doors of all routes")
struct AccessMatrixTests {
    @Test("Everybody comes as far as the route declares, and the committed page says so")
    func doors() async throws {
        let matrix = try await AccessMatrix(OpenedServer())
        #expect(matrix.contradictions == [])
        expectSnapshot(AccessPage(matrix: matrix).text, matches: "docs/access.md")
    }

    @Test("A door that lets the wrong people in is told, and one that refuses the right ones")
    func contradictions() async throws {
        let routes = try await OpenedServer().routes
        let list = try #require(
            routes.first { $0.template == "/api/v1/users" && $0.method == .get })
        let everybody = Visitor.allCases.map { ($0, Passage.yes) }
        let open = AccessMatrix.Row(
            route: list, whose: nil, passages: Dictionary(uniqueKeysWithValues: everybody))
        let shut = AccessMatrix.Row(route: list, whose: nil, passages: [.admin: .forbidden])
        #expect(
            AccessMatrix(rows: [open, shut]).contradictions == [
                "`GET /api/v1/users` says 403 to admin",
                "`GET /api/v1/users` says yes to anonymous",
                "`GET /api/v1/users` says yes to client",
                "`GET /api/v1/users` says yes to facilitator",
                "`GET /api/v1/users` says yes to instructor",
                "`GET /api/v1/users` says yes to public",
                "`GET /api/v1/users` says yes to suspended",
            ])
    }
}
