import Glibc
import HTTP
import Posix
import Testing

@testable import Server

@Suite("The table of connections")
struct ConnectionTableTests {
    private var table = ConnectionTable()
    private let loop: EventLoop

    init() throws {
        let address = SocketAddress(IPAddress(v4: 0x7F00_0001), port: 0)
        let limits = ServerLimits()
        loop = try EventLoop(
            Listener(address), handler: Answering { _ in .text("ok") }, limits: limits,
            gate: ConnectionGate(limits), clock: .system)
    }

    @Test("A connection is found by its id and by its slot")
    mutating func found() throws {
        let (id, connection) = try add()
        #expect(table[id: id] === connection)
        #expect(table[slot: connection.slot] === connection)
        #expect(table.count == 1)
    }

    @Test("An id of a connection that has gone finds nothing, also when its slot is used again")
    mutating func generations() throws {
        let (old, gone) = try add()
        table.release(gone.slot)
        #expect(table[id: old] == nil)
        let (new, next) = try add()
        #expect(next.slot == gone.slot)
        #expect(table[id: old] == nil)
        #expect(table[id: new] === next)
        #expect(table.count == 1)
    }

    @Test("A slot that is reserved and not filled finds nothing")
    mutating func reserved() {
        let place = table.reserve()
        #expect(table[id: place.id] == nil)
        #expect(table[slot: place.slot] == nil)
        #expect(table[slot: 99] == nil)
        #expect(table[id: 99] == nil)
    }

    @Test("All of them are those that are there")
    mutating func all() throws {
        let connections = try (1...3).map { _ in try add().connection }
        table.release(connections[1].slot)
        #expect(table.all.map(\.slot) == [connections[0].slot, connections[2].slot])
    }

    private mutating func add() throws -> (id: UInt64, connection: Connection) {
        let place = table.reserve()
        guard let socket = Descriptor(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)) else {
            throw SystemError("socket")
        }
        let connection = Connection(
            socket, slot: place.slot, peer: IPAddress(v4: 0x7F00_0001), loop: loop)
        table.fill(place.slot, connection)
        return (place.id, connection)
    }
}
