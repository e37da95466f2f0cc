import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Whose an Idempotency-Key is")
struct KeyScopeTests {
    @Test("Keys of different accounts never meet")
    func accounts() async throws {
        let desk = try await RetryDesk()
        let other = try await desk.house.admin("other")
        #expect(try await desk.outcome("a", key: "1") == "201")
        #expect(try await desk.outcome("b", key: "1", as: other) == "201")
        #expect(try await desk.outcome("a", key: "1", as: other) == "422 idempotency_key_reused")
        #expect(try await desk.outcome("a", key: "1") == "201 replayed true")
        #expect(try desk.roles() == ["a", "b"])
    }

    @Test("It is the account's on all of its devices")
    func devices() async throws {
        let desk = try await RetryDesk()
        let elsewhere = try await desk.house.signIn("boss")
        #expect(try await desk.outcome("a", key: "1") == "201")
        #expect(try await desk.outcome("a", key: "1", as: elsewhere) == "201 replayed true")
    }

    /// Registers from an address.
    private func register(
        _ house: House, _ name: String, from address: String, at path: String = "/users",
        as person: Person? = nil
    ) async throws -> String {
        let body: JSON = [
            "email": .string("\(name)@example.com"), "username": .string(name),
            "password": .string(Person.password),
        ]
        let answer = try await house.ask(
            .post, path, body, as: person,
            [("Idempotency-Key", "1"), ("X-Forwarded-For", address)])
        return house.outcome(answer) + (answer["Idempotency-Replayed"] == "true" ? " again" : "")
    }

    @Test("Who has no token is known by address and route")
    func addresses() async throws {
        let house = try await House()
        #expect(try await register(house, "ann", from: "192.0.2.1") == "201")
        #expect(try await register(house, "ann", from: "192.0.2.1") == "201 again")
        #expect(
            try await register(house, "bob", from: "192.0.2.1") == "422 idempotency_key_reused")
        #expect(try await register(house, "bob", from: "192.0.2.2") == "201")
        #expect(try await register(house, "ann", from: "192.0.2.2") == "422 idempotency_key_reused")
        #expect(try await register(house, "cat", from: "192.0.2.1", at: "/auth/register") == "201")
        #expect(try await register(house, "ann", from: "192.0.2.3") == "409 email_taken")
    }

    @Test("Who registers others has keys of their own")
    func registrar() async throws {
        let house = try await House()
        let admin = try await house.admin()
        #expect(try await register(house, "ann", from: "192.0.2.1", as: admin) == "201")
        #expect(try await register(house, "ann", from: "192.0.2.9", as: admin) == "201 again")
        #expect(try await register(house, "ann", from: "192.0.2.1") == "409 email_taken")
    }
}
