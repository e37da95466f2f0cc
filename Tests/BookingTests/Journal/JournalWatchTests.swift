import Testing

@testable import Booking

@Suite("The watch over the journal")
struct JournalWatchTests {
    private let watch = JournalWatch()

    @Test("Who was told before they wait doesn't wait")
    func toldEarly() async throws {
        let waiter = try #require(watch.enlist(after: 0, of: nil))
        watch.tell(of: 1, in: "a/1")
        await waiter.wait(upTo: .seconds(3_600))
        #expect(watch.count == 0)
    }

    @Test("Every stream has its own waiters, and those for all hear of each")
    func streams() throws {
        let all = try #require(watch.enlist(after: 0, of: nil))
        let one = try #require(watch.enlist(after: 0, of: "a/1"))
        _ = try #require(watch.enlist(after: 0, of: "a/2"))
        watch.tell(of: 1, in: "a/1")
        #expect(watch.count == 1)
        watch.dismiss(all)
        watch.dismiss(one)
        #expect(watch.count == 1)
        watch.tell(of: 2, in: "a/2")
        #expect(watch.count == 0)
    }

    @Test("Who knows an entry already isn't told of it")
    func known() throws {
        _ = watch.enlist(after: 5, of: "a/1")
        _ = watch.enlist(after: 5, of: nil)
        watch.tell(of: 5, in: "a/1")
        #expect(watch.count == 2)
        watch.tell(of: 6, in: "a/1")
        #expect(watch.count == 0)
    }

    @Test("A dismissed waiter makes room, once")
    func dismissed() throws {
        let waiter = try #require(watch.enlist(after: 0, of: "a/1"))
        watch.dismiss(waiter)
        watch.dismiss(waiter)
        #expect(watch.count == 0)
    }

    @Test("A task that is cancelled stops waiting", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let waiter = try #require(watch.enlist(after: 0, of: nil))
        let task = Task { await waiter.wait(upTo: .seconds(3_600)) }
        task.cancel()
        await task.value
    }

    @Test("Time ends the waiting")
    func time() async throws {
        let waiter = try #require(watch.enlist(after: 0, of: nil))
        await waiter.wait(upTo: .milliseconds(20))
        #expect(watch.count == 1)
    }
}
