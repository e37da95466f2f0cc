import Booking
import Crypto
import Posix
import Testing
import Web

@Suite("The queue of passwords")
struct PasswordQueueTests {
    /// Keeps the threads from beginning.
    private let gate = HeldClock()
    private let hashing: PasswordHashing

    init() throws {
        hashing = try PasswordHashing(
            threads: 2, waiting: 3, parameters: PasswordHashingTests.cheap, clock: gate.clock)
        try hashing.start()
    }

    @Test("As many are worked on as there are threads; the others wait")
    func counts() async throws {
        let tasks = await ask(4)
        #expect(hashing.running == 2)
        #expect(hashing.waiting == 2)
        #expect(hashing.values["roost_passwords_waiting"] == 2)
        #expect(hashing.values["roost_passwords_running"] == 2)
        try await finish(tasks)
        #expect(hashing.running == 0)
        #expect(hashing.waiting == 0)
    }

    @Test(
        "The last place is given, and who comes then is refused at once and told when to come back")
    func full() async throws {
        let tasks = await ask(5)
        let refusal = await #expect(throws: Problem.self) { try await hashing.hash("too many") }
        #expect(refusal?.code == "hashing_overloaded")
        #expect(refusal?.status == .serviceUnavailable)
        #expect(refusal?.fields[.retryAfter] == "1")
        await #expect(throws: Problem.self) { try await hashing.verify("too many", against: nil) }
        #expect(hashing.values["roost_passwords_refused_total"] == 2)
        try await finish(tasks)
    }

    @Test("After a refusal there is room again for whoever comes next")
    func roomAgain() async throws {
        let tasks = await ask(5)
        await #expect(throws: Problem.self) { try await hashing.hash("too many") }
        gate.open()
        for task in tasks { _ = try await task.value }
        _ = try await hashing.hash("in time")
        hashing.stop()
    }

    @Test(
        "Who is cancelled while waiting is told at once, is never worked on, and leaves the place free"
    )
    func cancelled() async throws {
        let tasks = await ask(5)
        // The threads have come for two of them; which, only they know. Those that wait are last.
        let last = tasks[4]
        last.cancel()
        await #expect(throws: CancellationError.self) { try await last.value }
        #expect(hashing.waiting == 2)
        let next = await ask(1, beside: 4)
        try await finish(Array(tasks[..<4]) + next)
        #expect(hashing.values["roost_password_seconds_count"] == 5)
    }

    @Test("Who is cancelled when a thread has come, but not begun, is not worked on either")
    func cancelledEarly() async throws {
        let tasks = await ask(2)
        for task in tasks {
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        try await finish([])
        #expect(hashing.values["roost_password_seconds_count"] == 0)
    }

    @Test("Who is cancelled before asking takes no place")
    func cancelledBefore() async throws {
        let tasks = await ask(4)
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await hashing.hash("late")
        }
        await #expect(throws: CancellationError.self) { try await late.value }
        #expect(hashing.waiting == 2)
        try await finish(tasks)
    }

    @Test("Stopping finishes what waits, and takes nothing more")
    func stops() async throws {
        let tasks = await ask(5)
        async let stopped: Void = OwnThread.run { hashing.stop() }
        gate.open()
        for task in tasks { _ = try await task.value }
        try await stopped
        await #expect(throws: Problem.self) { try await hashing.hash("after the end") }
        hashing.stop()
    }

    @Test("Before the start nothing is taken")
    func notStarted() async throws {
        let idle = try PasswordHashing(threads: 1, parameters: PasswordHashingTests.cheap)
        await #expect(throws: Problem.self) { try await idle.hash("too early") }
        idle.stop()
        try await finish([])
    }

    /// So many ask, one after the other; returns when they are all in the queue.
    private func ask(_ count: Int, beside others: Int = 0) async -> [Task<PasswordHash, any Error>]
    {
        var tasks: [Task<PasswordHash, any Error>] = []
        for number in 1...count {
            tasks.append(Task { try await hashing.hash("password") })
            while hashing.waiting + hashing.running < others + number { await Task.yield() }
        }
        return tasks
    }

    private func finish(_ tasks: [Task<PasswordHash, any Error>]) async throws {
        gate.open()
        for task in tasks { _ = try await task.value }
        hashing.stop()
    }
}
