import Chance
import Glibc

/// Cases for a live server: changed streams sent in pieces, with closes and resets in between. Whatever
/// comes, the server answers in HTTP or closes, and keeps answering others.
struct FuzzServer {
    let port: UInt16

    func failure(_ random: inout SeededGenerator) -> String? {
        let other = random.pick(FuzzStream.short)
        let stream = random.pick(FuzzStream.short)
        let bytes = FuzzReader.mutation.mutated(stream.bytes, with: other.bytes, &random)
        guard let socket = FuzzSocket(port: port) else { return "The server takes no connection." }
        for piece in FuzzCutting.random(bytes, &random) { socket.send(piece) }
        if random.below(4) == 0 {
            socket.reset()
        } else {
            socket.finish()
            let answer = socket.receive(within: 20)
            if !answer.isEmpty, !answer.starts(with: Array("HTTP/1.1 ".utf8)) {
                return
                    "An answer that is no HTTP: \(String(decoding: answer.prefix(200), as: UTF8.self))"
            }
        }
        return random.below(16) == 0 ? failureOfHealth() : nil
    }

    private func failureOfHealth() -> String? {
        guard let socket = FuzzSocket(port: port) else { return "The server takes no connection." }
        socket.send(
            Array("GET /api/v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8))
        let answer = socket.receive(within: 5_000)
        return answer.starts(with: Array("HTTP/1.1 200 ".utf8))
            ? nil : "The server is not well any more."
    }
}
