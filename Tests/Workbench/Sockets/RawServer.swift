import Glibc
import Posix
import Synchronization

/// A server on this machine without manners: it answers each request with any bytes, or not at all, and
/// closes the connection.
package final class RawServer: Sendable {
    package enum Reply: Sendable {
        case bytes([UInt8])
        /// Bytes, and then nothing: the connection stays open until the server is gone.
        case begun([UInt8])
    }

    package let port: UInt16
    private let listener: Int32
    private let requests = Mutex<[String]>([])
    private let held = Mutex<[Int32]>([])
    private let thread = Mutex<OwnThread?>(nil)

    /// `reply` is given the head of a request.
    package init(_ reply: @escaping @Sendable (String) -> Reply) throws {
        let listening = try LoopbackListener()
        listener = listening.descriptor
        port = listening.port
        let thread = try OwnThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                serve(connection, reply)
            }
        }
        self.thread.withLock { $0 = thread }
    }

    /// The heads of the requests that have come.
    package var heads: [String] { requests.withLock { $0 } }

    package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Ends every connection, and listens no more.
    package func stop() {
        // A number that was closed once may be somebody else's by now.
        guard let thread = thread.withLock({ $0.take() }) else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        thread.join()
        close(listener)
        for connection in held.withLock({ $0 }) { close(connection) }
    }

    private func serve(_ connection: Int32, _ reply: (String) -> Reply) {
        let head = RawServer.head(from: connection)
        guard !head.isEmpty else {
            close(connection)
            return
        }
        requests.withLock { $0.append(head) }
        switch reply(head) {
        case .bytes(let bytes):
            RawServer.send(bytes, to: connection)
            shutdown(connection, Int32(SHUT_WR))
            close(connection)
        case .begun(let bytes):
            RawServer.send(bytes, to: connection)
            held.withLock { $0.append(connection) }
        }
    }

    private static func head(from connection: Int32) -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            var entry = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 10_000) > 0 else { return "" }
            var byte: UInt8 = 0
            guard recv(connection, &byte, 1, 0) == 1 else { return "" }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func send(_ bytes: [UInt8], to connection: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension RawServer {
    /// A whole answer, `"200 OK"`, with its length.
    package static func answer(
        _ status: String, _ fields: [String] = [], body: [UInt8] = []
    ) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + fields
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
}
