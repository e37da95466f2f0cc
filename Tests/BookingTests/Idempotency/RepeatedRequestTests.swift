import JSON
import SQLite
import Testing
import Workbench

@testable import Booking

@Suite("A request that is sent again")
struct RepeatedRequestTests {
    @Test(
        "With its key it gets its first answer again, byte for byte, and does nothing",
        arguments: Creation.all, Way.allCases)
    func same(creation: Creation, way: Way) async throws {
        let house = try await House(.init(way: way))
        let person = try await creation.creator(in: house)
        let first = try await creation.ask(house, as: person, key: "k-1")
        let changes = try changes(house)
        #expect(first.status == 201)
        #expect(first["Idempotency-Replayed"] == nil)
        let again = try await creation.ask(house, as: person, key: "k-1")
        #expect(again.status == 201)
        #expect(again["Idempotency-Replayed"] == "true")
        #expect(again["Content-Type"] == first["Content-Type"])
        #expect(again["Location"] == first["Location"])
        #expect(again.body == first.body)
        #expect(try self.changes(house) == changes)
        #expect(try house.countOfKept() == 1)
    }

    /// What is done twice leaves more entries in the journal, or another address of the calendar.
    private func changes(_ house: House) throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all(
                """
                select cast(seq as text) from journal
                union all
                select hex(hash) from calendar
                """
            ) { try $0.text(0) }
        }
    }

    @Test("Without a key it is done again, and nothing is kept")
    func without() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a") == "201")
        #expect(try await desk.outcome("b") == "201")
        #expect(try desk.house.countOfKept() == 0)
    }

    @Test("With another key it is another request")
    func otherKey() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: "1") == "201")
        #expect(try await desk.outcome("a", key: "2") == "409 role_exists")
    }

    @Test("With another body under its key it is refused, and does nothing")
    func otherBody() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: "1") == "201")
        #expect(try await desk.outcome("b", key: "1") == "422 idempotency_key_reused")
        #expect(try await desk.outcome("a", key: "1") == "201 replayed true")
        #expect(try desk.roles() == ["a"])
    }

    @Test("With the same body and key at another path or query it is another request")
    func otherPath() async throws {
        let desk = try await RetryDesk()
        let body: JSON = [
            "name": "a", "title": "Massage", "duration_minutes": .integer(60),
            "price": .integer(45),
        ]
        let tries = [
            ("/roles", "201"), ("/services", "422 idempotency_key_reused"),
            ("/roles?x=1", "422 idempotency_key_reused"), ("/roles", "201"),
        ]
        for (path, outcome) in tries {
            let answer = try await desk.house.ask(
                .post, path, body, as: desk.admin, [("Idempotency-Key", "1")])
            #expect(desk.house.outcome(answer) == outcome)
        }
        #expect(try desk.roles() == ["a"])
    }

    @Test("What was refused is tried anew, as it had no effect")
    func refusal() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a") == "201")
        #expect(try await desk.outcome("a", key: "1") == "409 role_exists")
        #expect(try desk.house.countOfKept() == 0)
        try await desk.house.database.write { tx in
            _ = try tx.run("delete from role where name = 'a'")
        }
        #expect(try await desk.outcome("a", key: "1") == "201")
        #expect(try await desk.outcome("a", key: "1") == "201 replayed true")
    }

    @Test("After a restart it gets the first answer, too")
    func restart() async throws {
        let desk = try await RetryDesk()
        let first = try await desk.make("a", key: "1")
        let restarted = try await desk.restarted()
        let again = try await restarted.make("a", key: "1")
        #expect(again["Idempotency-Replayed"] == "true")
        #expect(again.body == first.body)
        #expect(try await restarted.outcome("b", key: "1") == "422 idempotency_key_reused")
    }

    @Test("Where signing in is not creating, a key means nothing")
    func otherOperations() async throws {
        let house = try await House()
        try await house.person("ann")
        let body: JSON = ["email": "ann@example.com", "password": .string(Person.password)]
        for _ in 1...2 {
            let answer = try await house.ask(
                .post, "/auth/login", body, [("Idempotency-Key", "1")])
            #expect(answer.status == 200)
            #expect(answer["Idempotency-Replayed"] == nil)
        }
        #expect(try house.countOfKept() == 0)
    }
}
