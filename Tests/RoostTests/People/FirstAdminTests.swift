import JSON
import Testing
import Workbench

@Suite("The admin of the configuration")
struct FirstAdminTests {
    private let variables = [
        "ADMIN_EMAIL": "boss@example.com", "ADMIN_PASSWORD": "a fine long password",
    ]

    private func signIn(_ server: LiveRoost) throws -> Int {
        let client = try server.client()
        let body = #"{"email":"boss@example.com","password":"a fine long password"}"#
        try client.send(
            """
            POST /api/v1/auth/login HTTP/1.1\r
            Host: a\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """)
        return try client.answer().status
    }

    @Test("Can sign in as soon as the server listens")
    func made() async throws {
        let server = try await LiveRoost(variables)
        #expect(try signIn(server) == 200)
    }

    @Test("With a weak password is a server that doesn't start, and says why without showing it")
    func weak() async throws {
        var variables = variables
        variables["ADMIN_PASSWORD"] = "password123"
        let process = try RoostProcess(["serve"], variables.merging(["PORT": "0"]) { $1 })
        #expect(try await process.end() == .exit(78))
        #expect(process.complained.contains("ADMIN_PASSWORD"))
        #expect(!process.complained.contains("password123"))
    }

    @Test("Needs both settings", arguments: ["ADMIN_EMAIL", "ADMIN_PASSWORD"])
    func both(missing: String) async throws {
        let process = try RoostProcess(["serve"], variables.filter { $0.key != missing })
        #expect(try await process.end() == .exit(78))
        #expect(process.complained.contains("ADMIN_EMAIL and ADMIN_PASSWORD need each other"))
    }
}
