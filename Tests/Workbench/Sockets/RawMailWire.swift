import Glibc

/// The lines of one connection of a mail server.
struct RawMailWire {
    private let socket: Int32
    private var unread: [UInt8] = []
    /// Whether what was answered last asks for a mail.
    private(set) var isContentWanted = false

    init(_ socket: Int32) {
        self.socket = socket
    }

    /// The next line; nil at the end of the connection.
    mutating func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                let line = String(decoding: unread[..<max(0, end - 1)], as: UTF8.self)
                unread.removeFirst(end + 1)
                return line
            }
            guard receive() else { return nil }
        }
    }

    /// The lines of a mail, up to the dot.
    mutating func content() -> [String]? {
        isContentWanted = false
        var lines: [String] = []
        while let line = line() {
            if line == "." { return lines }
            lines.append(line)
        }
        return nil
    }

    mutating func send(_ lines: [String]) {
        isContentWanted = lines.last?.hasPrefix("354") ?? false
        send(lines.map { "\($0)\r\n" }.joined())
    }

    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    mutating func waitForEnd() {
        while receive() { unread = [] }
    }

    func end() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private mutating func receive() -> Bool {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, 30_000) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        unread += bytes[..<count]
        return true
    }
}
