import HTTP

/// An application and a test that asks it, in memory or over a socket: the same test runs both ways.
package struct Scenario: Sendable {
    private let door: any Door

    package init(_ handler: any Handler, _ way: Way = .inMemory) throws {
        switch way {
        case .inMemory: door = MemoryDoor(handler)
        case .overSocket: door = try SocketDoor(handler)
        }
    }

    /// The answer to a request, with its whole body.
    package func ask(_ question: Question) async throws -> RawAnswer {
        try await door.ask(question)
    }

    package func ask(
        _ method: Method, _ target: String, _ fields: [(String, String)] = [],
        body: [UInt8]? = nil
    ) async throws -> RawAnswer {
        try await ask(Question(method, target, fields, body: body))
    }

    /// The answer to these bytes, which may be no request: only a socket takes them.
    package func say(_ text: String) async throws -> RawAnswer {
        guard let door = door as? SocketDoor else { throw CancellationError() }
        return try await door.say(Array(text.utf8))
    }
}
