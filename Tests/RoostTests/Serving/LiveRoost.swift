import JSON
import Testing
import Workbench

/// A `roost serve` that listens on a free port and is asked over sockets.
final class LiveRoost {
    let process: RoostProcess
    let port: UInt16

    /// Returns when it says where it listens.
    init(_ variables: [String: String] = [:]) async throws {
        let usual = ["PORT": "0", "WORKERS": "2"]
        process = try RoostProcess(["serve"], usual.merging(variables) { $1 })
        guard case .string(let address)? = try await process.line(saying: "listening")["address"],
            let port = address.split(separator: ":").last.flatMap({ UInt16($0) })
        else { throw RawClient.Failure.unexpected("no address") }
        self.port = port
    }

    func client() throws -> RawClient {
        try RawClient(port: port)
    }

    /// The answer to one that brings JSON.
    func post(
        _ target: String, _ body: JSON, _ fields: (String, String)...
    ) throws -> RawAnswer {
        let client = try client()
        let lines =
            ["POST \(target) HTTP/1.1", "Host: a", "Content-Type: application/json"]
            + ["Content-Length: \(body.bytes.count)"] + fields.map { "\($0): \($1)" }
        try client.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body.bytes)
        return try client.answer()
    }

    /// The answer to one request on a connection of its own.
    func get(_ target: String, _ fields: (String, String)...) throws -> RawAnswer {
        let client = try client()
        let lines = ["GET \(target) HTTP/1.1", "Host: a"] + fields.map { "\($0): \($1)" }
        try client.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        return try client.answer()
    }
}
