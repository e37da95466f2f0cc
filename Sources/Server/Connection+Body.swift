import HTTP

extension Connection: BodySource {
    /// The body of a request that begins: whole when it has come with the head, else to be read.
    func body(of head: RequestHead) -> RequestBody {
        switch head.framing {
        case .none:
            return .none
        case .length(let length) where reader.inputCount >= length:
            if let bytes = takeWholeBody() { return .bytes(bytes) }
            return .source(self, length: length)
        case .length(let length):
            return .source(self, length: length)
        case .chunked:
            return .source(self, length: nil)
        }
    }

    private func takeWholeBody() -> [UInt8]? {
        guard case .body(let bytes) = try? reader.next() else { return nil }
        guard case .end = try? reader.next() else { return nil }
        work?.bodyIsRead = true
        work?.bodyCount = bytes.count
        return bytes
    }

    /// The next piece of the body, when the handler wants it and the client has sent it.
    func next() async throws -> [UInt8]? {
        let request = requests
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                loop.execute { self.wantBody(continuation, of: request) }
            }
        } onCancel: {
            loop.execute { self.cancelRead(of: request) }
        }
    }

    private func wantBody(
        _ continuation: CheckedContinuation<[UInt8]?, any Error>, of request: Int
    ) {
        guard request == requests, phase == .working, bodyWaiter == nil, let work else {
            continuation.resume(throwing: ClientGone())
            return
        }
        if work.bodyIsRead {
            continuation.resume(returning: nil)
            return
        }
        bodyWaiter = continuation
        readBody()
        guard bodyWaiter != nil else { return }
        if work.awaitsContinue { sendContinue() }
        pauseClock()
    }

    private func sendContinue() {
        work?.awaitsContinue = false
        output += ResponseWriter.continueHead
        flush()
    }

    /// Gives the waiting handler what there is: a piece, the end, or what is wrong with the body.
    func readBody() {
        guard phase == .working else {
            readTunnel()
            return
        }
        do throws(Refusal) {
            while bodyWaiter != nil {
                let piece = try takePiece()
                if !piece.isEmpty || work?.bodyIsRead == true {
                    resumeBody(piece.isEmpty ? nil : piece)
                } else if !receive() {
                    if inputIsOver { abandon() }
                    return
                }
            }
        } catch {
            loop.statistics.add(.malformed)
            resumeClock()
            failWaiters(error)
        }
    }

    /// What the reader has of the body, chunks put together: a body in chunks of a byte would otherwise
    /// wake its handler for each.
    private func takePiece() throws(Refusal) -> [UInt8] {
        var whole: [UInt8] = []
        while whole.count < loop.limits.outputBytes {
            switch try reader.next() {
            case .body(let piece):
                if whole.isEmpty { whole = piece } else { whole += piece }
            case .end, .head:
                work?.bodyIsRead = true
                return counted(whole)
            case nil:
                return counted(whole)
            }
        }
        return counted(whole)
    }

    private func counted(_ piece: [UInt8]) -> [UInt8] {
        if !piece.isEmpty {
            work?.bodyCount += piece.count
            work?.awaitsContinue = false
        }
        return piece
    }

    func resumeBody(_ piece: [UInt8]?) {
        resumeClock()
        let waiter = bodyWaiter
        bodyWaiter = nil
        waiter?.resume(returning: piece)
    }

    /// The time in which the client is waited for is the client's, with a limit of its own. It is not
    /// given anew with each piece, or a byte now and then would hold the connection for ever.
    private func pauseClock() {
        guard deadline.purpose == .work, let work else { return }
        self.work?.timeLeft = deadline.at == .max ? .max : deadline.at - loop.now
        setDeadline(.body, in: work.paceLeft ?? loop.times.body)
    }

    func resumeClock() {
        guard let left = work?.timeLeft else { return }
        work?.timeLeft = nil
        guard deadline.purpose == .body else { return }
        work?.paceLeft = max(0, deadline.at - loop.now)
        setDeadline(.work, at: left == .max ? .max : loop.now + left)
    }

    /// A cancellation from another thread may arrive when the next request is already in hand.
    private func cancelRead(of request: Int) {
        guard request == requests else { return }
        resumeClock()
        failWaiters(CancellationError())
    }
}
