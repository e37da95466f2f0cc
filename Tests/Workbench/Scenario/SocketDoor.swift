import HTTP
import Posix
import Server

/// A server on a free port of this machine. Each question has a connection of its own.
final class SocketDoor: Door {
    private let server: Server

    init(_ handler: any Handler) throws {
        // Handlers that need a thread of the pool wait until other tests give one back.
        var limits = ServerLimits()
        limits.requestTime = RawClient.patience
        server = try Server(
            SocketAddress(IPAddress(v4: 0x7F00_0001), port: 0), workers: 1, handler: handler,
            limits: limits)
    }

    deinit {
        server.stopNow()
    }

    func ask(_ question: Question) async throws -> RawAnswer {
        try await say(question.bytes, toHead: question.method == .head)
    }

    /// The client blocks, so it has a thread of its own.
    func say(_ bytes: [UInt8], toHead: Bool = false) async throws -> RawAnswer {
        let port = server.address.port
        let answers = Notes<Result<RawAnswer, any Error>>()
        try await OwnThread.run {
            answers.add(
                Result {
                    let client = try RawClient(port: port)
                    try client.send(bytes)
                    return try client.answer(toHead: toHead)
                })
        }
        guard let answer = answers.all.first else { throw CancellationError() }
        return try answer.get()
    }
}
