import CLinux
import Glibc
import Posix

/// A listening socket. Every loop has one of its own on the same port, and the kernel deals the
/// connections out among them (`SO_REUSEPORT`).
struct Listener: ~Copyable {
    /// The longest queue of connections that wait to be accepted; the kernel caps it further.
    private static let backlog: Int32 = 4_096

    private let socket: Descriptor
    let address: SocketAddress

    init(_ address: SocketAddress) throws(SystemError) {
        socket = try Listener.bound(address, sharing: true)
        self.address = SocketAddress(address.address, port: Listener.port(of: socket.number))
    }

    /// Lets connections come in.
    func open() throws(SystemError) {
        guard listen(socket.number, Listener.backlog) == 0 else { throw SystemError("listen") }
    }

    var descriptor: Int32 { socket.number }

    /// Fails when another process listens there: sharing a port, which the loops do on purpose, would
    /// otherwise let two servers run side by side and take each other's clients.
    static func checkFree(_ address: SocketAddress) throws(SystemError) {
        let probe = try bound(address, sharing: false)
        _ = probe.number
    }

    /// The next connection that waits, or nil and `errno`.
    func accept() -> (socket: Int32, peer: SocketAddress)? {
        var storage = sockaddr_storage()
        let socket = clinux_accept(descriptor, &storage)
        guard socket >= 0 else { return nil }
        return (socket, SocketAddress(storage))
    }

    private static func bound(
        _ address: SocketAddress, sharing: Bool
    ) throws(SystemError) -> Descriptor {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        guard let made = Descriptor(Glibc.socket(address.family, type, 0)) else {
            throw SystemError("socket")
        }
        setOption(made.number, SOL_SOCKET, SO_REUSEADDR, 1)
        if sharing { setOption(made.number, SOL_SOCKET, SO_REUSEPORT, 1) }
        // `::` takes IPv4 as well.
        if address.family == AF_INET6 {
            setOption(made.number, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0)
        }
        let number = made.number
        let result = address.withSockaddr { bind(number, $0, $1) }
        guard result == 0 else { throw SystemError("bind \(address)") }
        return made
    }

    static func setOption(_ socket: Int32, _ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        setsockopt(socket, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func port(of socket: Int32) -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        _ = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(socket, $0, &length)
            }
        }
        return SocketAddress(storage).port
    }
}
