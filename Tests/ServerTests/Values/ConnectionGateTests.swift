import HTTP
import Testing

@testable import Server

@Suite("The gate for connections")
struct ConnectionGateTests {
    private let gate = ConnectionGate(
        .with {
            $0.connections = 4
            $0.connectionsPerAddress = 2
        })
    private let first = IPAddress(v4: 1)
    private let second = IPAddress(v4: 2)
    private let third = IPAddress(v4: 3)

    @Test("An address gets as many as its limit allows, and room again when one leaves")
    func perAddress() {
        #expect(gate.enter(first) == nil)
        #expect(gate.enter(first) == nil)
        #expect(gate.enter(first) == .connectionsPerAddress)
        #expect(gate.enter(second) == nil)
        gate.leave(first)
        #expect(gate.enter(first) == nil)
        #expect(gate.enter(first) == .connectionsPerAddress)
    }

    @Test("All together get as many as the limit allows")
    func all() {
        for address in [first, first, second, second] { #expect(gate.enter(address) == nil) }
        #expect(gate.enter(third) == .connections)
        gate.leave(second)
        #expect(gate.enter(third) == nil)
    }

    @Test("Whoever was refused counts for nothing")
    func refused() {
        for _ in 1...5 { _ = gate.enter(first) }
        #expect(gate.enter(second) == nil)
        #expect(gate.enter(second) == nil)
        #expect(gate.enter(third) == .connections)
    }

    @Test("Addresses of one IPv6 network count as one")
    func network() {
        #expect(gate.enter(IPAddress(high: 7, low: 1)) == nil)
        #expect(gate.enter(IPAddress(high: 7, low: 2)) == nil)
        #expect(gate.enter(IPAddress(high: 7, low: 3)) == .connectionsPerAddress)
        #expect(gate.enter(IPAddress(high: 8, low: 1)) == nil)
    }
}
