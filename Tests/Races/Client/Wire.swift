import Glibc
import Posix

/// A connection whose answers are waited for together with those of many others.
final class Wire {
    enum Coming {
        case reply(Reply)
        case nothingYet
        case end
    }

    private let port: UInt16
    private(set) var socket: Int32 = -1
    private var unread: [UInt8] = []

    init(port: UInt16) throws(SystemError) {
        self.port = port
        try connect()
    }

    deinit {
        close(socket)
    }

    /// A small request fits into what the system keeps, so this hardly ever waits. Whether a server that was
    /// killed has taken it, only its answer tells.
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Reads what has come, without waiting. An answer that ends its connection is followed by a new one.
    func receive() -> Coming {
        let room = 65_536
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { space, count in
            count = max(0, recv(socket, space.baseAddress, room, 0))
        }
        guard !bytes.isEmpty else { return .end }
        unread += bytes
        guard let reply = Reply(&unread) else { return .nothingYet }
        if reply.closes { reconnect() }
        return .reply(reply)
    }

    private func reconnect() {
        close(socket)
        socket = -1
        unread = []
        // Where nobody listens any more the next call finds no answer.
        try? connect()
    }

    private func connect() throws(SystemError) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw SystemError("socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(socket, $0, size) }
        }
        guard result == 0 else { throw SystemError("connect") }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    }
}
