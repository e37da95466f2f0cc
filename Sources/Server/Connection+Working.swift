import HTTP
import Time

extension Connection {
    /// Hands a request to the handler, in a task of this loop.
    func begin(_ head: consuming RequestHead) {
        requests += 1
        phase = .working
        let current = Work(head)
        work = current
        loop.statistics.requests.add()
        loop.statistics.inFlight.add()
        setDeadline(.work, in: loop.times.request)
        let body = body(of: head)
        let request = Request(head: head, body: body, exchange: self)
        work?.task = Task(executorPreference: loop) { await self.answer(request) }
        if peerFinished { expectHalfClosed() }
    }

    private func answer(_ request: Request) async {
        let response = await loop.handler.handle(request)
        switch response.body {
        case .none, .bytes:
            finish(response, keeping: persists)
        case .stream(let length, let produce):
            await stream(response, length, produce)
        case .upgrade(let use):
            await tunnel(response, use)
        case .line(_, let holder) where work?.isHead == true:
            holder.closed()
            await stream(response, nil) { _ in }
        case .line(let kind, let holder):
            startLine(response, kind, holder)
        }
    }

    /// Whether another request may follow on this connection.
    var persists: Bool {
        guard let work, work.keepsAlive, !loop.isDraining else { return false }
        return requests < loop.limits.requestsPerConnection && canDrain(work)
    }

    /// What is unread must have a known end that is near. Who was to be told to go on and wasn't may
    /// send the body or not: then nobody knows where the next request begins.
    private func canDrain(_ work: Work) -> Bool {
        if work.bodyIsRead { return true }
        guard !work.awaitsContinue, case .length(let length) = work.framing else { return false }
        return length - work.bodyCount <= loop.limits.drainBytes
    }

    /// Sends a whole answer and turns to what comes next.
    private func finish(_ response: Response, keeping: Bool) {
        guard phase == .working, let work else {
            endWork()
            return
        }
        send(response, isHead: work.isHead, connection: connectionToken(work, keeping))
        goOn(keeping)
    }

    func connectionToken(_ work: Work, _ keeping: Bool) -> ResponseWriter.Connection {
        if !keeping { return .close }
        return work.version == .http10 ? .keepAliveSaid : .keepAlive
    }

    /// Ends the request, and waits for the next one or closes.
    func goOn(_ keeping: Bool) {
        let bodyIsRead = work?.bodyIsRead ?? true
        endWork()
        guard phase != .closed else { return }
        if !keeping {
            closeBehindOutput()
        } else if bodyIsRead {
            waitForRequest()
        } else {
            phase = .draining
            setDeadline(.drain, in: loop.times.linger)
            drainBody()
        }
    }

    func endWork() {
        guard work != nil else { return }
        work = nil
        loop.statistics.inFlight.add(-1)
    }

    func waitForRequest() {
        phase = .waiting
        if loop.isDraining, !reader.hasInput {
            closeBehindOutput()
            return
        }
        setDeadline(.idle, in: loop.times.idle)
        if reader.hasInput { setDeadline(.head, in: loop.times.head) }
        guard reader.hasInput || canRead else { return }
        if isPatient { readOn() } else { loop.readLater(self) }
    }

    /// Whether this turn of the loop may bring another answer of this connection.
    private var isPatient: Bool {
        if answersTurn != loop.turn {
            answersTurn = loop.turn
            answers = 0
        }
        answers += 1
        return answers < loop.limits.pipelined
    }

    /// Answers what could not be read as a request, and closes.
    func refuse(_ refusal: Refusal) {
        send(loop.handler.refuse(refusal), isHead: false, connection: .close)
        closeBehindOutput()
    }
}

extension Connection: Exchange {
    func limitTime(to limit: Duration) {
        loop.execute { [self] in
            guard phase == .working, deadline.purpose == .work else { return }
            setDeadline(.work, in: limit.inMilliseconds)
        }
    }

    var timeLeft: Duration {
        switch deadline.purpose {
        case .work:
            return .milliseconds(max(0, deadline.at - MonotonicClock.system.milliseconds))
        case .stop: return .zero
        default: return loop.limits.requestTime
        }
    }

    var isOutOfTime: Bool { work?.isOutOfTime ?? false }
}
