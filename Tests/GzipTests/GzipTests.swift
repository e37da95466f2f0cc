import Gzip
import Testing
import Workbench

@Suite("Gzip")
struct GzipTests {
    @Test("What was compressed comes back as it was", arguments: [0, 1, 999, 65_536, 300_000])
    func roundTrip(size: Int) throws {
        let body = [UInt8](repeating: UInt8(ascii: "a"), count: size)
        #expect(gunzip(try Gzip.compress(body, level: 3), room: size) == body)
    }

    @Test("Random bytes, which can't get smaller, survive too", arguments: [1, 4_096, 200_000])
    func noise(size: Int) throws {
        let body = noise(size)
        #expect(gunzip(try Gzip.compress(body, level: 3), room: size) == body)
    }

    @Test(
        "A body that is compressed piece by piece comes back as it was",
        arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 1_000_000])
    func pieces(size: Int) async throws {
        for body in [noise(size), [UInt8](repeating: 7, count: size)] {
            var compressed: [UInt8] = []
            try await Gzip.compress(body, level: 3) { compressed += $0 }
            #expect(gunzip(compressed, room: size) == body)
        }
    }

    @Test("Who can't take a piece ends the work")
    func readerLeft() async {
        struct ReaderLeft: Error {}
        await #expect(throws: ReaderLeft.self) {
            try await Gzip.compress([UInt8](repeating: 7, count: 200_000), level: 3) { _ in
                throw ReaderLeft()
            }
        }
    }

    @Test("Text becomes much smaller")
    func smaller() throws {
        let body = Array(String(repeating: #"{"name":"yoga","slots":10},"#, count: 200).utf8)
        #expect(try Gzip.compress(body, level: 3).count < body.count / 10)
    }

    @Test("Bodies that are compressed at the same time don't mix")
    func burst() async throws {
        let body = noise(200_000)
        try await withThrowingTaskGroup { group in
            for _ in 0..<32 { group.addTask { try Gzip.compress(body, level: 3) } }
            for try await compressed in group {
                #expect(gunzip(compressed, room: body.count) == body)
            }
        }
    }

    @Test("A level that zlib does not know is an error")
    func badLevel() {
        #expect(throws: GzipError.failed(-2)) { try Gzip.compress([1], level: 99) }
    }

    /// Bytes without a pattern, the same each time.
    private func noise(_ size: Int) -> [UInt8] {
        var state: UInt64 = 1
        return (0..<size).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }
}
