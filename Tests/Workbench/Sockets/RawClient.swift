import Glibc

/// A client without manners: it sends any bytes in any pieces, and sees how its connection ends.
///
/// Its calls block the thread, for `patience` at most; then they throw.
package final class RawClient {
    package enum Failure: Error, Equatable {
        case system(String, Int32)
        case tooLate
        case unexpected(String)
    }

    /// How a connection ends, seen from here.
    package enum Ending: Equatable {
        /// With a FIN: everything that was sent has come.
        case finished
        /// With a RST.
        case reset
    }

    package enum Received: Equatable {
        case bytes([UInt8])
        case end(Ending)
    }

    /// Longer than any limit that a test sets, even on a machine that does much else.
    package static let patience = Duration.seconds(60)

    private var socket: Int32
    /// What came and was not asked for yet.
    var unread: [UInt8] = []

    /// A socket that is not connected yet.
    package init(_ family: Int32 = AF_INET) throws(Failure) {
        socket = Glibc.socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw .system("socket", errno) }
    }

    deinit {
        close()
    }

    /// Connects to a numeric address of this machine, perhaps from a certain one.
    package convenience init(
        _ host: String = "127.0.0.1", port: UInt16, from source: String? = nil,
        receiveBuffer: Int32? = nil
    ) throws(Failure) {
        try self.init(host.contains(":") ? AF_INET6 : AF_INET)
        if let receiveBuffer { set(SO_RCVBUF, receiveBuffer) }
        if let source { try withAddress(source, 0) { bind(socket, $0, $1) } }
        try connect(to: host, port)
    }

    package func connect(to host: String = "127.0.0.1", _ port: UInt16) throws(Failure) {
        try withAddress(host, port) { Glibc.connect(socket, $0, $1) }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    }

    package func send(_ text: String) throws(Failure) {
        try send(Array(text.utf8))
    }

    package func send(_ bytes: [UInt8]) throws(Failure) {
        guard try send(bytes, within: RawClient.patience) == bytes.count else { throw .tooLate }
    }

    /// Sends until the server has taken nothing for so long; how many bytes it took.
    package func send(_ bytes: [UInt8], within time: Duration) throws(Failure) -> Int {
        var sent = 0
        while sent < bytes.count {
            guard wait(for: POLLOUT, time) else { return sent }
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(
                    socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0, errno != EAGAIN, errno != EINTR { throw .system("send", errno) }
            sent += max(0, count)
        }
        return sent
    }

    /// What comes next, however little it is.
    package func receive(
        within time: Duration = RawClient.patience, atMost limit: Int = 65_536
    ) throws(Failure) -> Received {
        if !unread.isEmpty {
            defer { unread = [] }
            return .bytes(unread)
        }
        return try pull(within: time, atMost: limit)
    }

    /// What comes next from the socket itself.
    func pull(
        within time: Duration = RawClient.patience, atMost limit: Int = 65_536
    ) throws(Failure) -> Received {
        guard wait(for: POLLIN, time) else { throw .tooLate }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            let received = recv(socket, buffer.baseAddress, limit, 0)
            failure = received < 0 ? errno : 0
            count = max(0, received)
        }
        if failure == ECONNRESET || failure == EPIPE { return .end(.reset) }
        guard failure == 0 else { throw .system("recv", failure) }
        return bytes.isEmpty ? .end(.finished) : .bytes(bytes)
    }

    /// Says that it sends no more, and still reads.
    package func finish() {
        shutdown(socket, Int32(SHUT_WR))
    }

    package func close() {
        guard socket >= 0 else { return }
        _ = Glibc.close(socket)
        socket = -1
    }

    /// Is gone at once, as a process that was killed or a machine that lost its memory.
    package func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    /// Whether nothing comes for so long, and the connection stays.
    package func isQuiet(for time: Duration) -> Bool {
        unread.isEmpty && !wait(for: POLLIN, time)
    }

    private func wait(for event: Int32, _ time: Duration) -> Bool {
        var entry = pollfd(fd: socket, events: Int16(event), revents: 0)
        let (seconds, attoseconds) = time.components
        return poll(&entry, 1, Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)) > 0
    }

    private func set(_ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(socket, SOL_SOCKET, option, &value, 4)
    }

    private func withAddress(
        _ host: String, _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(Failure) {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &found)
        defer { freeaddrinfo(found) }
        guard code == 0, let info = found?.pointee, let address = info.ai_addr else {
            throw .unexpected("\(host) is no numeric address")
        }
        guard body(address, info.ai_addrlen) == 0 else { throw .system("connect", errno) }
    }
}
