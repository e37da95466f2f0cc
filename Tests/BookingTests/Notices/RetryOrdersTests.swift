import Testing
import Workbench

@testable import Booking

@Suite("Orders to try again")
struct RetryOrdersTests {
    @Test("An order is taken once, and a second one doesn't take its place meanwhile")
    func once() throws {
        let folder = try TemporaryFolder()
        let orders = RetryOrders(besideDatabase: "\(folder.path)/roost.db")
        #expect(try orders.take() == [])
        try orders.place(["a", "b"])
        #expect(orders.areWaiting)
        #expect(throws: (any Error).self) { try orders.place(["c"]) }
        #expect(try orders.take() == ["a", "b"])
        #expect(!orders.areWaiting)
        #expect(try orders.take() == [])
        try orders.place(["c"])
        #expect(try orders.take() == ["c"])
    }

    @Test("A server that runs takes them", .timeLimit(.minutes(2)))
    func running() async throws {
        let telegraph = try await Telegraph()
        let house = telegraph.house
        let lane = try await telegraph.lane()
        telegraph.usual.withLock { $0 = .refused("no") }
        try await telegraph.happen("booking.placed", "booking/1")
        try await telegraph.settle(lane)
        let id = try #require(try telegraph.deliveries(.dead).first?.id)
        let orders = RetryOrders(besideDatabase: house.database.path)
        let rounds = Deliveries(house.notices).rounds(
            for: orders, log: house.notices.desk.log)
        rounds.start()
        try orders.place(["unknown", id])
        while try telegraph.deliveries(.pending).isEmpty {
            try await Task.sleep(for: .milliseconds(5))
        }
        await rounds.stop()
        #expect(!orders.areWaiting)
    }
}
