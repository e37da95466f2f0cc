import Glibc
import Posix
import Synchronization

/// Whoever others send requests to over HTTP: reads each whole, keeps connections open, and reacts in any way,
/// the worst ones too.
package final class Receiver: Sendable {
    package struct Request: Sendable {
        /// Which connection it came on, from 0.
        package let connection: Int
        package let head: String
        package let body: [UInt8]
        package let at: ContinuousClock.Instant

        /// The path and query that it is for.
        package var target: String {
            head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        }

        /// The value of a field, whatever the case of its name.
        package subscript(name: String) -> String? {
            for line in head.components(by: "\r\n") {
                guard let colon = line.firstIndex(of: ":"),
                    line[..<colon].lowercased() == name.lowercased()
                else { continue }
                return String(line[line.index(after: colon)...].drop { $0 == " " })
            }
            return nil
        }
    }

    package enum Reaction: Sendable {
        case answer(String, fields: [String] = [], body: [UInt8] = [])
        /// Nothing is said until the receiver stops.
        case silence
        /// A beginning, and then a byte now and then until the receiver stops or the other side has left.
        case drip([UInt8])
        /// An answer with so many bytes.
        case flood(Int)
        /// The connection ends without a word.
        case cut
    }

    package let port: UInt16
    private let listener: Int32
    private let all = Mutex<[Request]>([])
    private let connections = Mutex<[Int32]>([])
    private let threads = Mutex<[OwnThread]>([])
    private let hasStopped = Atomic(false)
    private let sent = Atomic(0)
    private let ended = Atomic(0)

    package init(_ react: @escaping @Sendable (Request) -> Reaction) throws {
        let listening = try LoopbackListener(waiting: 1_024)
        listener = listening.descriptor
        port = listening.port
        let thread = try OwnThread { [self] in accept(react) }
        threads.withLock { $0.append(thread) }
    }

    /// What has come, in its order.
    package var requests: [Request] { all.withLock { $0 } }
    package var connectionCount: Int { connections.withLock { $0.count } }
    /// How many connections have ended, from either side.
    package var endedCount: Int { ended.load(ordering: .relaxed) }
    /// How many bytes of floods have been taken.
    package var bytesSent: Int { sent.load(ordering: .relaxed) }

    package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Ends every connection, and listens no more.
    package func stop() {
        guard !hasStopped.exchange(true, ordering: .relaxed) else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        threads.withLock { $0.first }?.join()
        for connection in connections.withLock({ $0 }) { shutdown(connection, Int32(SHUT_RDWR)) }
        for thread in threads.withLock({ $0 }).dropFirst() { thread.join() }
        for connection in connections.withLock({ $0 }) { close(connection) }
        close(listener)
    }

    private func accept(_ react: @escaping @Sendable (Request) -> Reaction) {
        while case let connection = Glibc.accept(listener, nil, nil), connection >= 0 {
            let number = connections.withLock { all in
                all.append(connection)
                return all.count - 1
            }
            let thread = try? OwnThread { [self] in
                serve(connection, number, react)
                shutdown(connection, Int32(SHUT_RDWR))
                ended.add(1, ordering: .relaxed)
            }
            if let thread { threads.withLock { $0.append(thread) } }
        }
    }

    private func serve(
        _ connection: Int32, _ number: Int, _ react: @Sendable (Request) -> Reaction
    ) {
        var unread: [UInt8] = []
        while let request = request(from: connection, number, &unread) {
            all.withLock { $0.append(request) }
            guard answer(react(request), on: connection) else { return }
        }
    }

    /// Reacts; says whether the connection goes on.
    private func answer(_ reaction: Reaction, on connection: Int32) -> Bool {
        switch reaction {
        case .answer(let status, let fields, let body):
            return send(RawServer.answer(status, fields, body: body), to: connection)
        case .silence:
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
            return false
        case .drip(let beginning):
            var isOpen = send(beginning, to: connection)
            while isOpen, !hasStopped.load(ordering: .relaxed) {
                usleep(50_000)
                isOpen = send([65], to: connection)
            }
            return false
        case .flood(let count):
            let head = "HTTP/1.1 200 OK\r\nContent-Length: \(count)\r\n\r\n"
            return send(Array(head.utf8), to: connection) && flood(count, on: connection)
        case .cut:
            return false
        }
    }

    private func flood(_ count: Int, on connection: Int32) -> Bool {
        let piece = [UInt8](repeating: 65, count: 65_536)
        var left = count
        while left > 0 {
            let next = min(left, piece.count)
            guard send(Array(piece.prefix(next)), to: connection) else { return false }
            sent.add(next, ordering: .relaxed)
            left -= next
        }
        return true
    }

    private func request(
        from connection: Int32, _ number: Int, _ unread: inout [UInt8]
    ) -> Request? {
        let gap = Array("\r\n\r\n".utf8)
        while unread.firstRange(of: gap) == nil {
            guard receive(from: connection, &unread) else { return nil }
        }
        guard let end = unread.firstRange(of: gap) else { return nil }
        let head = String(decoding: unread[..<end.upperBound], as: UTF8.self)
        let blank = Request(connection: number, head: head, body: [], at: .now)
        let length = blank["Content-Length"].flatMap { Int($0) } ?? 0
        while unread.count < end.upperBound + length {
            guard receive(from: connection, &unread) else { return nil }
        }
        let body = Array(unread[end.upperBound..<end.upperBound + length])
        unread.removeFirst(end.upperBound + length)
        return Request(connection: number, head: head, body: body, at: .now)
    }

    private func receive(from connection: Int32, _ unread: inout [UInt8]) -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(connection, &piece, piece.count, 0)
        guard count > 0 else { return false }
        unread += piece[..<count]
        return true
    }

    private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

extension String {
    fileprivate func components(by separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let gap = rest.firstRange(of: separator) {
            parts.append(rest[..<gap.lowerBound])
            rest = rest[gap.upperBound...]
        }
        return parts + [rest]
    }
}
