import Testing

@testable import HTTP

@Suite("Bytes that wait to be read")
struct ByteQueueTests {
    @Test("A short rest doesn't hold the memory of a long past")
    func shortRest() {
        var queue = ByteQueue()
        queue.append([UInt8](repeating: 1, count: 60_000) + [2, 3])
        queue.drop(60_000)
        #expect(queue.count == 2)
        #expect(queue.bytes.count == 2)
        #expect(queue.take(atMost: 9) == [2, 3])
    }

    @Test("What is left keeps its place while it is the larger part")
    func longRest() {
        var queue = ByteQueue()
        queue.append([UInt8](0..<200) + [UInt8](repeating: 9, count: 20_000))
        queue.drop(5_000)
        #expect(queue.bytes.count == 20_200)
        queue.append([7])
        #expect(queue.count == 15_201)
        #expect(queue.take(atMost: 20_000).last == 7)
        #expect(queue.isEmpty)
    }
}
