import HTTP

extension Connection: Tunnel {
    /// Sends an answer that is made while it goes out.
    func stream(
        _ response: Response, _ length: Int?,
        _ produce: @Sendable (any BodySink) async throws -> Void
    ) async {
        guard phase == .working, let work else {
            endWork()
            return
        }
        let keeping = persists && (length != nil || work.version == .http11)
        let framing = startStream(response, length, keeping)
        if work.isHead || response.status.forbidsBody {
            goOn(keeping)
            return
        }
        do {
            try await produce(self)
            finishStream(framing, keeping)
        } catch {
            // Half an answer can't be taken back: cutting it off is how the client learns of it.
            vanish()
            endWork()
        }
    }

    private func startStream(
        _ response: Response, _ length: Int?, _ keeping: Bool
    ) -> ResponseWriter.Framing {
        guard let work else { return .none }
        let unknown: ResponseWriter.Framing = work.version == .http11 ? .chunked : .close
        let framing = length.map { .length($0) } ?? unknown
        self.work?.isEndless = response.isEndless
        if case .chunked = framing { self.work?.isChunked = true }
        self.work?.lengthLeft = length
        // What a stream waits for is its own affair.
        setDeadline(.work, at: .max)
        ResponseWriter.appendHead(
            response, framing: response.status.forbidsBody ? .none : framing,
            connection: connectionToken(work, keeping), date: loop.date, to: &output)
        flush()
        if peerFinished { expectHalfClosed() }
        return framing
    }

    private func finishStream(_ framing: ResponseWriter.Framing, _ keeping: Bool) {
        guard phase == .working, (work?.lengthLeft ?? 0) == 0 else {
            vanish()
            endWork()
            return
        }
        if case .chunked = framing {
            ResponseWriter.appendLastChunk(to: &output)
            flush()
        }
        goOn(keeping)
    }

    func write(_ piece: [UInt8]) async throws {
        try await withTaskCancellationHandler {
            try Task.checkCancellation()
            try await withCheckedThrowingContinuation { continuation in
                loop.execute { self.append(piece, continuation) }
            }
        } onCancel: {
            loop.execute { self.cancelWriter() }
        }
    }

    private func append(_ piece: [UInt8], _ continuation: CheckedContinuation<Void, any Error>) {
        guard phase == .working || phase == .tunnel, roomWaiter == nil, takesMore(piece.count)
        else {
            continuation.resume(throwing: ClientGone())
            return
        }
        let wasEmpty = !hasOutput
        if work?.isChunked == true {
            ResponseWriter.appendChunk(piece, to: &output)
        } else {
            output += piece
        }
        if wasEmpty, hasOutput { watchForStall() }
        roomWaiter = continuation
        if hasOutput { flush() } else { resumeWriter() }
    }

    /// Whether a body of promised length has room for so many more bytes.
    private func takesMore(_ count: Int) -> Bool {
        guard let left = work?.lengthLeft else { return true }
        work?.lengthLeft = left - count
        return left >= count
    }

    private func cancelWriter() {
        let waiter = roomWaiter
        roomWaiter = nil
        waiter?.resume(throwing: CancellationError())
    }

    /// Answers 101 and hands the connection over until `use` returns.
    func tunnel(_ response: Response, _ use: @Sendable (any Tunnel) async -> Void) async {
        guard phase == .working else {
            endWork()
            return
        }
        ResponseWriter.appendHead(
            response, framing: .none, connection: .upgrade, date: loop.date, to: &output)
        phase = .tunnel
        setDeadline(.work, at: .max)
        flush()
        await use(self)
        endWork()
        closeBehindOutput()
    }

    func read() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                loop.execute { self.wantTunnel(continuation) }
            }
        } onCancel: {
            loop.execute { self.failWaiters(CancellationError()) }
        }
    }

    private func wantTunnel(_ continuation: CheckedContinuation<[UInt8]?, any Error>) {
        guard phase == .tunnel, bodyWaiter == nil else {
            continuation.resume(throwing: ClientGone())
            return
        }
        bodyWaiter = continuation
        readTunnel()
    }

    /// Whatever came behind the head that asked for the upgrade, then what comes from the socket.
    func readTunnel() {
        guard phase == .tunnel, bodyWaiter != nil else { return }
        if reader.hasInput || receive() {
            resumeBody(reader.takeInput())
        } else if inputIsOver {
            resumeBody(nil)
        }
    }
}
