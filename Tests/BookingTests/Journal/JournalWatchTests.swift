import Testing

@testable import Booking

@Suite("The watch over the journal")
struct JournalWatchTests {
    private let watch = JournalWatch()

    @Test("Who was told before they wait doesn't wait")
    func toldEarly() async throws {
        let waiter = try #require(watch.enlist(after: 0, of: .everything))
        watch.tell(of: 1, "a.b", in: "a/1")
        await waiter.wait(upTo: .seconds(3_600))
        #expect(watch.count == 0)
    }

    @Test("Every stream has its own waiters, and those for all hear of each")
    func streams() throws {
        let all = try #require(watch.enlist(after: 0, of: .everything))
        let one = try #require(watch.enlist(after: 0, of: .stream("a/1")))
        _ = try #require(watch.enlist(after: 0, of: .stream("a/2")))
        watch.tell(of: 1, "a.b", in: "a/1")
        #expect(watch.count == 1)
        watch.dismiss(all)
        watch.dismiss(one)
        #expect(watch.count == 1)
        watch.tell(of: 2, "a.b", in: "a/2")
        #expect(watch.count == 0)
    }

    @Test("Who knows an entry already isn't told of it")
    func known() throws {
        _ = watch.enlist(after: 5, of: .stream("a/1"))
        _ = watch.enlist(after: 5, of: .everything)
        watch.tell(of: 5, "a.b", in: "a/1")
        #expect(watch.count == 2)
        watch.tell(of: 6, "a.b", in: "a/1")
        #expect(watch.count == 0)
    }

    @Test("Who waits for some kinds is told of those, and when many others have come")
    func kinds() throws {
        let some = JournalInterest.kinds(["a.b", "a.c"], orEntries: 3)
        let waiter = try #require(watch.enlist(after: 5, of: some))
        watch.tell(of: 6, "a.d", in: "a/1")
        watch.tell(of: 7, "a.d", in: "a/2")
        #expect(!waiter.isTold)
        watch.tell(of: 8, "a.d", in: "a/1")
        #expect(waiter.isTold)
        let next = try #require(watch.enlist(after: 8, of: some))
        watch.tell(of: 9, "a.c", in: "a/1")
        #expect(next.isTold)
        #expect(watch.count == 0)
    }

    @Test("A dismissed waiter makes room, once")
    func dismissed() throws {
        let waiter = try #require(watch.enlist(after: 0, of: .stream("a/1")))
        watch.dismiss(waiter)
        watch.dismiss(waiter)
        #expect(watch.count == 0)
    }

    @Test("A task that is cancelled stops waiting", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let waiter = try #require(watch.enlist(after: 0, of: .everything))
        let task = Task { await waiter.wait(upTo: .seconds(3_600)) }
        task.cancel()
        await task.value
    }

    @Test("Time ends the waiting")
    func time() async throws {
        let waiter = try #require(watch.enlist(after: 0, of: .everything))
        await waiter.wait(upTo: .milliseconds(20))
        #expect(watch.count == 1)
    }
}
