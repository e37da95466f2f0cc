import HTTP

/// A connection that stays open behind its answer. Sending never calls the holder, which may send under a lock of its
/// own: whatever would end the line comes through the loop's inbox.
extension Connection: Line {
    /// Pieces of input that are looked at in one turn, before other connections get theirs.
    private static let readsPerTurn = 4

    func send(_ bytes: [UInt8]) {
        if loop.isCurrent, pendingOutput <= loop.limits.outputBytes {
            append(bytes)
        } else {
            loop.executeLater { self.push(bytes) }
        }
    }

    func end(_ closing: Closing) {
        loop.executeLater { self.endLine(closing) }
    }

    /// Answers, and leaves the connection to its holder. The request is over with that.
    func startLine(_ response: Response, _ kind: LineKind, _ holder: any LineHolder) {
        guard phase == .working, let work else {
            endWork()
            holder.closed()
            return
        }
        let line = OpenLine(kind, holder, isChunked: work.version == .http11)
        appendLineHead(response, line)
        endWork()
        phase = .line
        self.line = line
        line.append(reader.takeInput())
        reader = RequestReader()
        loop.statistics.count(of: kind).add()
        setDeadline(.beat, in: loop.times.beat)
        loop.flushLater(self)
        holder.opened(self)
        if loop.isDraining { endLine(.goingAway) }
        readLine()
    }

    private func appendLineHead(_ response: Response, _ line: OpenLine) {
        let pieces: ResponseWriter.Framing = line.isChunked ? .chunked : .close
        ResponseWriter.appendHead(
            response, framing: line.isWebSocket ? .none : pieces,
            connection: line.isWebSocket ? .upgrade : .close, date: loop.date, to: &output)
    }

    private func push(_ bytes: [UInt8]) {
        guard phase == .line, let line, !line.isClosing else { return }
        // What waits may only not have been offered to the socket yet.
        if pendingOutput > loop.limits.outputBytes { flush() }
        guard phase == .line else { return }
        guard pendingOutput <= loop.limits.outputBytes else {
            cutLine(line)
            return
        }
        append(bytes)
    }

    private func append(_ bytes: [UInt8]) {
        guard phase == .line, let line, !line.isClosing else { return }
        loop.statistics.lineMessages.add()
        if line.isWebSocket {
            appendFrame(.text, bytes)
        } else {
            appendPiece(bytes, line)
        }
    }

    private func appendFrame(_ opcode: Opcode, _ payload: [UInt8]) {
        FrameWriter.append(opcode, payload, to: &output)
        loop.flushLater(self)
    }

    private func appendPiece(_ bytes: [UInt8], _ line: OpenLine) {
        if line.isChunked {
            ResponseWriter.appendChunk(bytes, to: &output)
        } else {
            output += bytes
        }
        loop.flushLater(self)
    }

    /// A client that lags would otherwise fill the memory, or hold everybody else back. It learns why if it takes
    /// what was sent before within the time that a stalled reader has.
    private func cutLine(_ line: OpenLine) {
        loop.statistics.add(.lag)
        guard line.isWebSocket else {
            vanish()
            return
        }
        closeLine(with: Closing(.tryAgainLater, "you read too slowly"))
        setDeadline(.stop, in: loop.times.stall)
    }

    /// Sends a Close frame behind which nothing is waited for, and closes (RFC 6455 section 7.1.1: a server does
    /// so first).
    private func closeLine(with closing: Closing) {
        FrameWriter.append(closing, to: &output)
        dismissHolder()
        closeBehindOutput()
    }

    func endLine(_ closing: Closing) {
        guard phase == .line, let line, !line.isClosing else { return }
        line.isClosing = true
        dismissHolder()
        guard line.isWebSocket else {
            if line.isChunked { ResponseWriter.appendLastChunk(to: &output) }
            closeBehindOutput()
            return
        }
        FrameWriter.append(closing, to: &output)
        loop.flushLater(self)
        setDeadline(.farewell, in: loop.times.linger)
    }

    /// Tells whoever holds the line that it has ended; the first time only.
    func dismissHolder() {
        guard let line, let holder = line.holder else { return }
        line.holder = nil
        loop.statistics.count(of: line.kind).add(-1)
        holder.closed()
    }

    /// Shows whoever is at the other end, and everybody between, that we are there; and finds out whether they are.
    func beat() {
        guard phase == .line, let line, !line.isClosing else { return }
        switch line.kind {
        case .webSocket where line.awaitsPong:
            loop.statistics.add(.pongTime)
            vanish()
            return
        case .webSocket:
            line.awaitsPong = true
            appendFrame(.ping, [])
        case .pieces(let beat):
            if !hasOutput { appendPiece(beat, line) }
        }
        setDeadline(.beat, in: loop.times.beat)
    }

    // MARK: Reading

    /// Takes what the client sends, as long as it takes what is sent to it.
    func readLine() {
        for _ in 0..<Connection.readsPerTurn {
            guard let line, takeEvents(line), receive() else { return }
        }
        if phase == .line { loop.readLater(self) }
    }

    /// False when nothing more is to be read for now.
    private func takeEvents(_ line: OpenLine) -> Bool {
        do throws(WebSocketFault) {
            while phase == .line, pendingOutput < loop.limits.outputBytes {
                guard let event = try line.reader.next() else { return true }
                take(event, line)
            }
        } catch {
            loop.statistics.add(.malformed)
            if line.isClosing { closeBehindOutput() } else { closeLine(with: Closing(error)) }
        }
        return false
    }

    private func take(_ event: WebSocketReader.Event, _ line: OpenLine) {
        switch event {
        case .text(let text):
            if !line.isClosing { line.holder?.received(text) }
        case .binary:
            if !line.isClosing { closeLine(with: .onlyText) }
        case .ping(let payload):
            if !line.isClosing { appendFrame(.pong, payload) }
        case .pong:
            line.awaitsPong = false
        case .close(let closing):
            if line.isClosing {
                closeBehindOutput()
            } else {
                closeLine(with: Closing(closing.code))
            }
        }
    }

    /// Everything that was sent has been taken.
    func lineIsDrained() {
        line?.holder?.drained()
        // It may have been left unread while nothing was taken.
        readLine()
    }

    /// The client sends no more. Without a Close frame nobody knows why, and there is nobody to tell anything.
    func lineInputEnded() {
        dismissHolder()
        closeBehindOutput()
    }
}

extension Closing {
    static var goingAway: Closing { Closing(.goingAway, "the server stops") }
    fileprivate static var onlyText: Closing {
        Closing(CloseCode(1_003), "only text is understood")
    }

    fileprivate init(_ fault: WebSocketFault) {
        self.init(fault.code, fault.reason)
    }
}
