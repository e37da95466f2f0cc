import Glibc

/// A plain connection to a server on this machine.
final class FuzzSocket {
    private let descriptor: Int32

    init?(port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { return nil }
    }

    deinit {
        close(descriptor)
    }

    /// Sends what the socket takes at once.
    func send(_ bytes: [UInt8]) {
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
    }

    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Closes with a reset instead of an end (socket(7), SO_LINGER).
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &linger,
            socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    /// What comes until the end, or until nothing came for so many milliseconds.
    func receive(within milliseconds: Int32) -> [UInt8] {
        var received: [UInt8] = []
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while received.count < 1 << 20, poll(&interest, 1, milliseconds) > 0 {
            var count = 0
            received += [UInt8](unsafeUninitializedCapacity: 65_536) { room, filled in
                count = recv(descriptor, room.baseAddress, room.count, 0)
                filled = max(0, count)
            }
            if count <= 0 { break }
        }
        return received
    }
}
