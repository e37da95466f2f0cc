import Glibc
import HTTP

extension Connection {
    var hasOutput: Bool { pendingOutput > 0 }

    /// How many bytes the client has still to take.
    var pendingOutput: Int { output.count - outputStart }

    /// Sends an answer whose body is there, or leaves it for later in the turn: when another request waits
    /// already, as one packet may carry both answers, and when others are at work in this turn.
    func send(
        _ response: Response, isHead: Bool, connection: ResponseWriter.Connection
    ) {
        let body = response.wholeBody
        let framing = Connection.framing(response, body.count)
        let sendsBody = !isHead && !response.status.forbidsBody
        if hasOutput || reader.hasInput || loop.isCrowded {
            if !hasOutput { output = loop.spareOutput() }
            ResponseWriter.appendHead(
                response, framing: framing, connection: connection, date: loop.date, to: &output)
            if sendsBody { output += body }
            loop.flushLater(self)
            return
        }
        loop.scratch.removeAll(keepingCapacity: true)
        ResponseWriter.appendHead(
            response, framing: framing, connection: connection, date: loop.date, to: &loop.scratch)
        if sendsBody { loop.scratch += body }
        sendScratch()
    }

    private static func framing(_ response: Response, _ length: Int) -> ResponseWriter.Framing {
        response.status.forbidsBody ? .none : .length(length)
    }

    /// Sends what the loop's scratch holds; the connection keeps only what the socket doesn't take.
    func sendScratch() {
        let sent = loop.scratch.withUnsafeBytes { transmit($0) }
        guard sent >= 0, sent < loop.scratch.count else { return }
        output = Array(loop.scratch[sent...])
        outputStart = 0
        watchForStall()
    }

    /// Sends what waits. When it is out, whoever waited for room goes on.
    func flush() {
        guard phase != .closed, hasOutput else { return }
        let sent = output.withUnsafeBytes { bytes in
            transmit(UnsafeRawBufferPointer(rebasing: bytes[outputStart...]))
        }
        guard sent >= 0 else { return }
        outputStart += sent
        if outputStart == output.count {
            loop.keep(output: forgetOutput())
            stallTime = .max
            outputIsOut()
        } else {
            if sent > 0 || stallTime == .max { watchForStall() }
            forgetSent()
        }
        if pendingOutput < loop.limits.outputBytes { resumeWriter() }
    }

    /// The memory of output that is out.
    private func forgetOutput() -> [UInt8] {
        defer {
            output = []
            outputStart = 0
        }
        return output
    }

    /// Gives back what was sent of output that never runs dry. Moving no more than was sent costs at
    /// most as much as sending it.
    private func forgetSent() {
        guard outputStart >= pendingOutput else { return }
        output.removeSubrange(..<outputStart)
        outputStart = 0
    }

    private func outputIsOut() {
        switch phase {
        case .closing: linger()
        case .waiting: if canRead || reader.hasInput { readOn() }
        case .line: lineIsDrained()
        default: break
        }
    }

    func resumeWriter() {
        let waiter = roomWaiter
        roomWaiter = nil
        waiter?.resume()
    }

    /// How many bytes the socket took; -1 when the client is gone.
    private func transmit(_ bytes: UnsafeRawBufferPointer) -> Int {
        let flags = Int32(MSG_NOSIGNAL)
        let sent = Glibc.send(socketNumber, bytes.baseAddress, bytes.count, flags)
        if sent >= 0 {
            loop.statistics.bytesWritten.add(sent)
            return sent
        }
        if errno == EAGAIN || errno == EINTR { return 0 }
        vanish()
        return -1
    }

    /// Closes as soon as everything written has been taken.
    func closeBehindOutput() {
        guard phase != .closed else { return }
        phase = .closing
        deadline = Deadline(at: .max, for: .drain)
        if hasOutput { loop.flushLater(self) } else { linger() }
    }

    /// Says that nothing more comes, and reads on for a while: closing now could send a reset that
    /// destroys the answer on its way (RFC 9112 section 9.6).
    private func linger() {
        shutdown(socketNumber, Int32(SHUT_WR))
        reader = RequestReader()
        if inputIsOver {
            close()
            return
        }
        phase = .lingering
        setDeadline(.drain, in: loop.times.linger)
        if canRead { readOn() }
    }

    /// An answer as bytes, for a socket that gets no connection.
    static func lastAnswer(_ response: Response, date: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        let body = response.wholeBody
        ResponseWriter.appendHead(
            response, framing: framing(response, body.count), connection: .close, date: date,
            to: &bytes)
        return bytes + body
    }
}
