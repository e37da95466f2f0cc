import Gzip
import Testing

@Suite("Gzip")
struct GzipTests {
    @Test(
        "What was compressed comes back as it was", arguments: [0, 1, 999, 65_536, 65_537, 300_000])
    func roundTrip(size: Int) async throws {
        let body = [UInt8](repeating: UInt8(ascii: "a"), count: size)
        #expect(gunzip(try await Gzip.compress(body, level: 3), room: size) == body)
    }

    @Test("Random bytes, which can't get smaller, survive too", arguments: [1, 4_096, 200_000])
    func noise(size: Int) async throws {
        var state: UInt64 = 1
        let body = (0..<size).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        #expect(gunzip(try await Gzip.compress(body, level: 3), room: size) == body)
    }

    @Test("Text becomes much smaller")
    func smaller() async throws {
        let body = Array(String(repeating: #"{"name":"yoga","slots":10},"#, count: 200).utf8)
        #expect(try await Gzip.compress(body, level: 3).count < body.count / 10)
    }

    @Test("Bodies that are compressed at the same time don't mix")
    func burst() async throws {
        let body = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try await withThrowingTaskGroup { group in
            for _ in 0..<32 { group.addTask { try await Gzip.compress(body, level: 3) } }
            for try await compressed in group {
                #expect(gunzip(compressed, room: body.count) == body)
            }
        }
    }

    @Test("A level that zlib does not know is an error")
    func badLevel() async {
        await #expect(throws: GzipError.failed(-2)) {
            _ = try await Gzip.compress([1], level: 99)
        }
    }
}
