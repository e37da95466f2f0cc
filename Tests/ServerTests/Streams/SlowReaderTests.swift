import Glibc
import HTTP
import Testing
import Workbench

@testable import Server

@Suite("A slow reader", .blocking)
struct SlowReaderTests {
    @Test("It holds no more of a stream than the limit and one piece: who makes it waits")
    func bounded() throws {
        let piece = [UInt8](repeating: 1, count: 16_384)
        let written = Counter()
        try serve { _ in
            .stream(10_000 * piece.count) { sink in
                for _ in 1...10_000 {
                    written.add(piece.count)
                    try await sink.write(piece)
                }
            }
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            let made = settled { written.value }
            #expect(made < 1_000 * piece.count)
            let held = made - server.sum(\.bytesWritten)
            #expect(held <= ServerLimits().outputBytes + piece.count)
        }
    }

    @Test("What it has taken is not kept, however long the stream goes on")
    func forgotten() throws {
        let piece = [UInt8](repeating: 1, count: 1 << 18)
        let kept = Notes<Int>()
        try serve { request in
            guard let connection = request.exchange as? Connection else { return .text("?") }
            // The socket takes so little at once that there is always something left to send.
            Listener.setOption(connection.socketNumber, SOL_SOCKET, SO_SNDBUF, 4_096)
            return .stream(20 * piece.count) { sink in
                for _ in 1...20 {
                    try await sink.write(piece)
                    kept.add(connection.output.count)
                }
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            #expect(try client.bytes(20 * piece.count).count == 20 * piece.count)
            #expect((kept.all.max() ?? .max) <= 3 * piece.count)
        }
    }

    @Test("One that takes nothing for the stall time is cut off, and the stream is told")
    func stalls() throws {
        let limits = ServerLimits.with { $0.stallTime = .milliseconds(200) }
        let told = Notes<Bool>()
        try serve(limits: limits) { _ in
            .stream { sink in
                do {
                    while true { try await sink.write([UInt8](repeating: 1, count: 65_536)) }
                } catch {
                    told.add(true)
                    throw error
                }
            }
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.ask("GET /")
            #expect(told.first == true)
            #expect(server.refusals(.stallTime) == 1)
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("One that takes a little again and again is waited for")
    func slow() throws {
        let limits = ServerLimits.with {
            $0.stallTime = .milliseconds(500)
            $0.idleTime = .milliseconds(300)
        }
        let large = String(repeating: "l", count: 12 << 20)
        try serve(limits: limits) { _ in
            .text(large)
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            for _ in 1...10 {
                #expect(try client.bytes(1 << 20).count == 1 << 20)
                usleep(80_000)
            }
            #expect(try client.bytes(2 << 20).count == 2 << 20)
            #expect(server.refusals(.stallTime) == 0)
        }
    }
}
