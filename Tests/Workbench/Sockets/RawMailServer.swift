import Glibc
import Posix
import Synchronization

/// A mail server on this machine that says what a test tells it to, at each step.
package final class RawMailServer: Sendable {
    package enum Reply: Sendable {
        /// What a server says to this that takes everything.
        case usual
        /// These lines, each without its end.
        case lines([String])
        /// Nothing: the connection stays open until the server is gone.
        case silence
        /// These bytes, and then the connection ends.
        case cut(String)

        package static func line(_ line: String) -> Reply { .lines([line]) }
    }

    /// A line that came, and over which connection. The first is the empty line before the greeting; a dot stands
    /// for a mail that is complete.
    package struct Said: Equatable, Sendable {
        package let connection: Int
        package let line: String
    }

    package struct Mail: Equatable, Sendable {
        package let connection: Int
        package let sender: String
        package let recipient: String
        /// As it was sent: with dots doubled.
        package let lines: [String]
    }

    package let port: UInt16
    private let listener: Int32
    private let offers: [String]
    private let reply: @Sendable (Said) -> Reply
    private let open = Mutex<[Int32]>([])
    private let threads = Mutex<[OwnThread]>([])
    private let heard = Mutex<[Said]>([])
    private let taken = Mutex<[Mail]>([])
    private let hasStopped = Atomic(false)

    /// `offers` are the extensions that it tells of; `reply` is given what was said.
    package init(
        offers: [String] = ["8BITMIME"],
        _ reply: @escaping @Sendable (Said) -> Reply = { _ in .usual }
    ) throws {
        let listening = try LoopbackListener()
        listener = listening.descriptor
        self.offers = offers
        self.reply = reply
        port = listening.port
        try start { [self] in
            var number = 0
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                number += 1
                let connection = number
                open.withLock { $0.append(socket) }
                try? start { [self] in serve(socket, connection) }
            }
        }
    }

    package var said: [Said] { heard.withLock { $0 } }
    package var mails: [Mail] { taken.withLock { $0 } }
    package var connections: Int { Set(said.map(\.connection)).count }
    /// The first words of what was said, without the greeting's.
    package var verbs: [String] {
        said.compactMap { $0.line.split(separator: " ").first.map(String.init) }
    }

    /// Ends every connection, and listens no more.
    package func stop() {
        // A number that was closed once may be somebody else's by now.
        guard !hasStopped.exchange(true, ordering: .relaxed) else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        for socket in open.withLock({ $0 }) { shutdown(socket, Int32(SHUT_RDWR)) }
        while let thread = threads.withLock({ $0.popLast() }) { thread.join() }
        close(listener)
        for socket in open.withLock({ $0 }) { close(socket) }
    }

    private func start(_ work: @escaping @Sendable () -> Void) throws {
        let thread = try OwnThread(work)
        threads.withLock { $0.append(thread) }
    }

    // MARK: A connection

    private func serve(_ socket: Int32, _ connection: Int) {
        var wire = RawMailWire(socket)
        var sender = ""
        var recipient = ""
        guard say(Said(connection: connection, line: ""), &wire) else { return }
        while let line = wire.line() {
            if line.hasPrefix("MAIL") { sender = line }
            if line.hasPrefix("RCPT") { recipient = line }
            guard say(Said(connection: connection, line: line), &wire) else { return }
            guard line == "DATA", wire.isContentWanted else { continue }
            guard let lines = wire.content() else { return }
            taken.withLock {
                $0.append(
                    Mail(
                        connection: connection, sender: sender, recipient: recipient, lines: lines))
            }
            guard say(Said(connection: connection, line: "."), &wire) else { return }
        }
    }

    /// Takes what was said, and answers; false when the connection is over.
    private func say(_ said: Said, _ wire: inout RawMailWire) -> Bool {
        heard.withLock { $0.append(said) }
        switch reply(said) {
        case .usual: wire.send(usual(said.line))
        case .lines(let lines): wire.send(lines)
        case .silence: wire.waitForEnd()
        case .cut(let text):
            wire.send(text)
            wire.end()
            return false
        }
        return said.line != "QUIT"
    }

    private func usual(_ line: String) -> [String] {
        switch line.prefix(4) {
        case "": return ["220 mail.example ready"]
        case "EHLO":
            let all = ["mail.example"] + offers
            return all.enumerated().map { $0 == all.count - 1 ? "250 \($1)" : "250-\($1)" }
        case "DATA": return ["354 go ahead"]
        case "AUTH": return ["334 "]
        case "QUIT": return ["221 bye"]
        case "STAR", "MAIL", "RCPT", "RSET", "NOOP", ".": return ["250 fine"]
        // A login, which has no verb.
        default: return ["235 welcome"]
        }
    }
}
