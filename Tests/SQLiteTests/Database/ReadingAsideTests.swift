import SQLite
import Synchronization
import Testing
import Workbench

@Suite("Reads aside")
struct ReadingAsideTests {
    @Test("So many go on at once, and one of those that wait begins as soon as one has ended")
    func bound() async throws {
        let live = try await LiveDatabase { $0.readsAside = 2 }
        let first = await hold(live)
        let second = await hold(live)
        let third = Hold()
        let waiting = await queue(live) { third.block() }
        #expect(live.database.waitingReads == 1)
        first.hold.release()
        try await first.read.value
        await third.isReached()
        #expect(live.database.waitingReads == 0)
        second.hold.release()
        third.release()
        try await second.read.value
        try await waiting.value
    }

    @Test("Those that wait begin in the order in which they came")
    func order() async throws {
        let live = try await LiveDatabase { $0.readsAside = 1 }
        let first = await hold(live)
        let order = Notes<Int>()
        var reads: [Task<Void, any Error>] = []
        for n in 1...20 { reads.append(await queue(live) { order.add(n) }) }
        first.hold.release()
        for read in [first.read] + reads { try await read.value }
        #expect(order.all == Array(1...20))
    }

    @Test("Beyond those that may wait the next is refused at once, and nobody else")
    func full() async throws {
        let live = try await LiveDatabase {
            $0.readsAside = 1
            $0.waitingReads = 2
        }
        let first = await hold(live)
        let waiting = [await queue(live) {}, await queue(live) {}]
        await #expect(throws: Unavailable.queueFull) {
            try await live.database.readAside(within: .seconds(60)) { _ in }
        }
        #expect(live.database.waitingReads == 2)
        first.hold.release()
        for read in [first.read] + waiting { try await read.value }
        try await live.database.readAside(within: .seconds(60)) { _ in }
    }

    @Test("Waiting is part of their time: when that is over they end as an interrupted read does")
    func expired() async throws {
        let live = try await LiveDatabase { $0.readsAside = 1 }
        let first = await hold(live)
        let performed = Notes<Int>()
        let error = await #expect(throws: SQLiteError.self) {
            try await live.database.readAside(within: .milliseconds(20)) { _ in performed.add(1) }
        }
        #expect(error?.kind == .interrupted)
        #expect(live.database.waitingReads == 0)
        first.hold.release()
        try await first.read.value
        #expect(performed.all == [])
    }

    @Test("A task that is cancelled while it waits leaves at once, and its read never begins")
    func cancelled() async throws {
        let live = try await LiveDatabase { $0.readsAside = 1 }
        let first = await hold(live)
        let performed = Notes<Int>()
        let read = await queue(live) { performed.add(1) }
        let next = await queue(live) { performed.add(2) }
        read.cancel()
        // The only place is still taken: nobody else can have answered.
        await #expect(throws: CancellationError.self) { try await read.value }
        #expect(live.database.waitingReads == 1)
        first.hold.release()
        try await first.read.value
        try await next.value
        #expect(performed.all == [2])
    }

    @Test("A task that was cancelled before takes no place")
    func cancelledBefore() async throws {
        let live = try await LiveDatabase()
        let read = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await live.database.readAside(within: .seconds(60)) { _ in }
        }
        await #expect(throws: CancellationError.self) { try await read.value }
    }

    @Test("A read that fails gives its place back")
    func failed() async throws {
        let live = try await LiveDatabase { $0.readsAside = 1 }
        for _ in 1...3 {
            await #expect(throws: SQLiteError.self) {
                try await live.database.readAside(within: .seconds(60)) {
                    try $0.count("select n from nowhere")
                }
            }
        }
        try await live.database.readAside(within: .seconds(60)) { _ in }
    }

    @Test("A crowd that comes, waits and is cancelled at any moment leaves every place free")
    func crowd() async throws {
        let live = try await LiveDatabase {
            $0.readsAside = 3
            $0.waitingReads = 1_000
        }
        let crowd = Crowd()
        try await LiveDatabase.each(0..<400) { n in
            let read = Task {
                try await live.database.readAside(within: .seconds(60)) { _ in
                    crowd.enter()
                    crowd.leave()
                }
            }
            for _ in 0..<(n % 7) { await Task.yield() }
            if n % 3 == 0 { read.cancel() }
            if case .failure(let error) = await read.result {
                #expect(n % 3 == 0 && error is CancellationError)
            }
        }
        #expect((1...3).contains(crowd.most))
        #expect(live.database.waitingReads == 0)
        let all = [await hold(live), await hold(live), await hold(live)]
        for held in all { held.hold.release() }
        for held in all { try await held.read.value }
    }

    /// How many read now, and how many have at once.
    private final class Crowd: Sendable {
        private let counts = Mutex((now: 0, most: 0))

        var most: Int { counts.withLock { $0.most } }

        func enter() {
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
            }
        }

        func leave() { counts.withLock { $0.now -= 1 } }
    }

    /// A read that has begun and goes on until it is released.
    private func hold(_ live: LiveDatabase) async -> (hold: Hold, read: Task<Void, any Error>) {
        let hold = Hold()
        let read = Task { [database = live.database] in
            try await database.readAside(within: .seconds(600)) { _ in hold.block() }
        }
        await hold.isReached()
        return (hold, read)
    }

    /// A read that waits.
    private func queue(
        _ live: LiveDatabase, _ body: @escaping @Sendable () -> Void
    ) async -> Task<Void, any Error> {
        let waiting = live.database.waitingReads
        let read = Task { [database = live.database] in
            try await database.readAside(within: .seconds(600)) { _ in body() }
        }
        while live.database.waitingReads == waiting { await Task.yield() }
        return read
    }
}
