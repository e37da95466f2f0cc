import HTTP
import Posix
import SQLite
import Server
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("Whoever waits for entries", .timeLimit(.minutes(2)))
struct LongPollTests {
    @Test("Is answered as soon as one is on disk", arguments: Way.allCases)
    func told(way: Way) async throws {
        let desk = try await ReadingDesk(way)
        try await desk.open(1...2)
        async let answer = desk.get("?after=2&wait=30")
        try await desk.waiters(1)
        try await desk.open(3...3)
        #expect(try await answer.seqs == [3])
        #expect(desk.watch.count == 0)
    }

    @Test("Is answered at once where there is one already")
    func already() async throws {
        let desk = try await ReadingDesk()
        try await desk.open(1...2)
        #expect(try await desk.get("?after=1&wait=30").seqs == [2])
    }

    @Test("Gets an empty list when the time is over")
    func over() async throws {
        let desk = try await ReadingDesk()
        let began = ContinuousClock.now
        let answer = try await desk.get("?wait=1")
        #expect(ContinuousClock.now - began >= .seconds(1))
        #expect(answer.status == 200)
        #expect(answer.text == "[]")
        #expect(desk.watch.count == 0)
    }

    @Test("For one stream sleeps through the others")
    func otherStream() async throws {
        let desk = try await ReadingDesk()
        async let answer = desk.get("?stream=sitting/\(Studio.id(5))&wait=30")
        try await desk.waiters(1)
        try await desk.open(1...4)
        #expect(desk.watch.count == 1)
        try await desk.open(5...5)
        #expect(try await answer.seqs == [5])
    }

    @Test("For what comes after a later entry sleeps until that one is past")
    func later() async throws {
        let desk = try await ReadingDesk()
        async let answer = desk.get("?after=3&wait=30")
        try await desk.waiters(1)
        try await desk.open(1...3)
        #expect(desk.watch.count == 1)
        try await desk.open(4...4)
        #expect(try await answer.seqs == [4])
    }

    @Test("Sleeps through what is refused")
    func refused() async throws {
        let desk = try await ReadingDesk()
        let studio = desk.studio
        async let answer = desk.get("?wait=30")
        try await desk.waiters(1)
        await #expect(throws: Studio.Refusal.noSuchClaim) {
            try await desk.database.write { tx in
                try studio.open(Studio.id(1), capacity: 1, in: tx)
                try studio.release(Studio.id(9), in: tx)
            }
        }
        #expect(desk.watch.count == 1)
        try await desk.open(2...2)
        #expect(try await answer.entries.first?["stream"] == .string("sitting/\(Studio.id(2))"))
    }

    @Test("Misses none that is committed while they begin to wait")
    func race() async throws {
        let desk = try await ReadingDesk()
        for number in 1...100 {
            let began = ContinuousClock.now
            async let written: Void = desk.open(number...number)
            let answer = try await desk.get("?after=\(number - 1)&wait=30")
            #expect(answer.seqs == [number])
            try await written
            // One that was missed would have cost 30 seconds.
            #expect(ContinuousClock.now - began < .seconds(30))
        }
    }

    @Test("Is one of so many at most; who comes then is told to ask again")
    func tooMany() async throws {
        let desk = try await ReadingDesk()
        let waiters = (0..<JournalWatch.most).compactMap { _ in
            desk.watch.enlist(after: 0, of: .everything)
        }
        #expect(waiters.count == JournalWatch.most)
        let answer = try await desk.get("?wait=30")
        #expect(answer.status == 503)
        #expect(answer.code == "too_many_waiters")
        #expect(answer["Retry-After"] != nil)
        #expect(try await desk.get().status == 200)
        desk.watch.dismiss(waiters[0])
        async let last = desk.get("?wait=30")
        try await desk.waiters(JournalWatch.most)
        try await desk.open(1...1)
        #expect(try await last.seqs == [1])
    }

    @Test("Is answered with what there is when the server stops, and nobody waits from then on")
    func stopping() async throws {
        let desk = try await ReadingDesk()
        async let one = desk.get("?wait=30")
        async let other = desk.get("?wait=30&stream=sitting/1")
        try await desk.waiters(2)
        desk.watch.close()
        #expect(try await one.text == "[]")
        #expect(try await other.text == "[]")
        #expect(try await desk.get("?wait=30").text == "[]")
        #expect(desk.watch.count == 0)
    }

    @Test("Is forgotten when they leave")
    func leaving() async throws {
        let desk = try await ReadingDesk()
        let server = try Server(
            SocketAddress(IPAddress(v4: 0x7F00_0001), port: 0), workers: 1,
            handler: desk.application)
        defer { server.stopNow() }
        let client = try RawClient(port: server.address.port)
        try client.send(
            "GET /api/v1/journal?wait=30 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer reader\r\n\r\n"
        )
        try await desk.waiters(1)
        #expect(desk.watch.count == 1)
        client.close()
        try await desk.waiters(0)
        #expect(desk.watch.count == 0)
    }

    @Test("Has ten seconds more than they wait")
    func timeLimit() async throws {
        let desk = try await ReadingDesk()
        let routes = Entries(desk.studio.journal, in: desk.database).routes
        #expect(routes.map(\.timeLimit) == [.seconds(40)])
    }
}
