import Glibc
import JSON
import Testing
import Workbench

@Suite("A server that is killed")
struct KilledServerTests {
    @Test("Who sends a request again to the next one gets the answer that the first had given")
    func retries() async throws {
        let folder = try TemporaryFolder()
        let variables = [
            "DB_FILE": "\(folder.path)/roost.db", "MAIL_DIR": "\(folder.path)/mail",
            "JWT_SECRET_KEY": "a secret of thirty-two bytes, at least",
        ]
        let ann: JSON = [
            "email": "ann@example.com", "name": "Ann", "password": "correct horse battery",
        ]
        let key = ("Idempotency-Key", "5f2b6c1e-7a0d-4c6e-9d0a-2f6f0e4b1c77")
        let killed = try await LiveRoost(variables)
        let first = try killed.post("/api/v1/users", ann, key)
        #expect(first.status == 201)
        killed.process.signal(SIGKILL)
        #expect(try await killed.process.end() == .signal(SIGKILL))
        let next = try await LiveRoost(variables)
        let again = try next.post("/api/v1/users", ann, key)
        #expect(again["Idempotency-Replayed"] == "true")
        #expect(again["Cache-Control"] == "no-store")
        #expect(again.body == first.body)
    }
}
