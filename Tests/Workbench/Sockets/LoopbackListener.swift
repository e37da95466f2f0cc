import Glibc

/// A socket that listens at a free port of this machine, for servers that tests write by hand.
struct LoopbackListener {
    let descriptor: Int32
    let port: UInt16

    /// So many connections may wait to be accepted.
    init(waiting backlog: Int32 = 16) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, backlog) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw RawClient.Failure.system("listen", errno) }
        descriptor = listener
        port = UInt16(bigEndian: address.sin_port)
    }
}
