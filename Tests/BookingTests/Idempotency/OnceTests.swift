import HTTP
import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking
@testable import Web

/// Answers and effects of a use case of its own, on a real database.
@Suite("An answer is kept with its effect")
struct OnceTests {
    private struct Failure: Error {}

    private static let giving = Giving<String>.created(
        .text, at: { "/notes/\($0)" }, about: "A note")

    let house: House

    init() async throws {
        house = try await House()
        try await house.database.write { tx in
            try tx.script("create table note (text text not null) strict")
        }
    }

    private func request(_ key: String, body: String = "") throws -> RepeatableRequest {
        let request = try Request(
            .post, "/notes", [("Idempotency-Key", key)], exchange: MemoryPeer())
        let context = Context(client: .loopback, match: .nothing)
        let key = try #require(try IdempotencyKey(request))
        return try RepeatableRequest(
            Keyed<Void>.Name(key: key, body: Array(body.utf8)), request, context)
    }

    /// Puts a note down under a key.
    private func put(
        _ text: String, _ idempotency: Idempotency? = nil, giving: Giving<String> = giving,
        key: String = "1", then: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws -> Response {
        let database = house.database
        return try await (idempotency ?? house.idempotency).answer(
            to: request(key), by: giving, within: .seconds(5)
        ) { once in
            try await database.write { tx in
                try tx.run("insert into note (text) values (\(text))")
                try once.keep(text, in: tx)
                try then(tx)
                return text
            }
        }
    }

    private func notes() throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all("select text from note order by text") { try $0.text(0) }
        }
    }

    @Test("A transaction that fails behind it leaves neither")
    func failing() async throws {
        await #expect(throws: Failure.self) {
            _ = try await put("a") { _ in throw Failure() }
        }
        #expect(try notes() == [])
        #expect(try house.countOfKept() == 0)
        #expect(house.idempotency.running.count == 0)
        #expect(try await put("a").wholeBody == Array("\"a\"".utf8))
    }

    @Test("Where somebody else has kept one meanwhile, the effect is undone and theirs is given")
    func taken() async throws {
        // Another server's memory knows nothing of who is at it here: the table does.
        let other = try House.Options().idempotency(house.database, house.clock.clock)
        let database = house.database
        let answer = try await house.idempotency.answer(
            to: request("1"), by: Self.giving, within: .seconds(5)
        ) { once in
            #expect(try await put("theirs", other).wholeBody == Array("\"theirs\"".utf8))
            return try await database.write { tx in
                try tx.run("insert into note (text) values ('mine')")
                try once.keep("mine", in: tx)
                return "mine"
            }
        }
        #expect(answer.wholeBody == Array("\"theirs\"".utf8))
        #expect(answer.fields["Idempotency-Replayed"] == "true")
        #expect(try notes() == ["theirs"])
    }

    @Test("Who gives up before it was begun has no effect, and the key is free")
    func cancelled() async throws {
        let holding = await HeldWriter(house.database)
        let first = Task { try await put("a") }
        try await holding.isWaitedFor()
        first.cancel()
        await #expect(throws: CancellationError.self) { _ = try await first.value }
        #expect(house.idempotency.running.count == 0)
        try await holding.release()
        #expect(try notes() == [])
        #expect(try await put("b").wholeBody == Array("\"b\"".utf8))
    }

    @Test("A stream can't be kept, so what it tells of is undone")
    func stream() async throws {
        let database = house.database
        await #expect(throws: UnkeepableAnswer.self) {
            _ = try await house.idempotency.answer(
                to: request("1"), by: Giving<Response>.response("text/plain", about: "Notes"),
                within: .seconds(5)
            ) { once in
                try await database.write { tx in
                    let stream = Response(.ok, body: .stream(length: nil) { _ in })
                    try tx.run("insert into note (text) values ('a')")
                    try once.keep(stream, in: tx)
                    return stream
                }
            }
        }
        #expect(try notes() == [])
    }

    @Test("Fields that the route gave come again with it")
    func fields() async throws {
        let giving = Self.giving.tagged { "\"v-\($0)\"" }
        let first = try await put("a", giving: giving)
        let again = try await put("b", giving: giving)
        #expect(again.status == .created)
        #expect(again.fields.pairs.dropLast().map(\.name) == first.fields.pairs.map(\.name))
        #expect(again.fields[.entityTag] == "\"v-a\"")
        #expect(again.wholeBody == first.wholeBody)
    }

    @Test("An answer without a body is kept as one")
    func empty() throws {
        let response = Response(.noContent, ResponseFields([.entityTag: "\"1\""]))
        let again = Response(.noContent, keepsake: try #require(response.keepsake))
        #expect(again.fields.bytes == response.fields.bytes)
        guard case .none = again.body else { throw Failure() }
    }

    @Test("Without a key nothing is kept")
    func always() async throws {
        try await house.database.write { tx in try Once<String>.always.keep("a", in: tx) }
        #expect(try house.countOfKept() == 0)
    }
}
