import HTTP
import Posix
import Testing
import Workbench

@testable import Server

@Suite("Where a server listens", .blocking)
struct AddressTests {
    @Test("IPv4 and IPv6 are served", arguments: ["127.0.0.1", "::1"])
    func families(host: String) throws {
        try serve(host) {
            .text("\($0.exchange.peer)")
        } while: { server in
            let client = try server.client(host)
            try client.ask("GET /")
            #expect(try client.answer().text == host)
        }
    }

    @Test("On :: IPv4 is served as well, and its clients are known by their IPv4 addresses")
    func dual() throws {
        try serve("::") {
            .text("\($0.exchange.peer) \($0.exchange.peer.isV4)")
        } while: { server in
            let old = try server.client("127.0.0.1")
            try old.ask("GET /")
            #expect(try old.answer().text == "127.0.0.1 true")
            let new = try server.client("::1")
            try new.ask("GET /")
            #expect(try new.answer().text == "::1 false")
        }
    }

    @Test("A port that is taken is an error that names it", arguments: ["127.0.0.1", "::1"])
    func taken(host: String) throws {
        try serve(host) { _ in
            .text("ok")
        } while: { server in
            let address = server.address
            let error = #expect(throws: SystemError.self) {
                try Server(address, workers: 2, handler: Answering { _ in .text("second") })
            }
            #expect(error?.description == "bind \(address): Address already in use")
        }
    }

    @Test("A port is free again as soon as its server has stopped")
    func again() throws {
        try serve { _ in
            .text("first")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /", "Connection: close")
            #expect(try client.answer().text == "first")
            client.close()
            _ = server.stop(within: .seconds(4))
            let second = try Server(
                server.address, workers: 1, handler: Answering { _ in .text("second") })
            defer { second.stopNow() }
            let next = try RawClient(port: second.address.port)
            try next.ask("GET /")
            #expect(try next.answer().text == "second")
        }
    }
}
