import Posix
import Synchronization

/// Hands mails to a mail server, one after the other over one connection.
///
/// A thread of its own does it. It begins with the first mail, keeps the connection for the next, and ends
/// when none has come for a while.
package final class SMTPClient: Sendable {
    private struct Waiting {
        let number: Int
        let mail: SMTPMail
        let tell: CheckedContinuation<SMTPOutcome, Never>
    }

    private struct Queue {
        var waiting: [Waiting] = []
        /// The one that is being sent.
        var current: Int?
        var isRunning = false
        var isEnding = false
    }

    /// How long what is under way may go on when nobody waits for it any more.
    private static let grace = Duration.seconds(1)

    private let server: SMTPServer
    /// For how long a connection is kept that nobody needs. Servers end it themselves after minutes.
    private let idle: Duration
    private let stopping = StopMark()
    private let numbers = Atomic(0)
    private let monitor = Monitor()
    private let queue = Mutex(Queue())
    private let thread = Mutex<OwnThread?>(nil)

    package init(_ server: SMTPServer, idle: Duration = .seconds(10)) {
        self.server = server
        self.idle = idle
    }

    /// Sends a mail, and waits without blocking until the server has it or it is clear that it won't. Whoever is
    /// cancelled is told that it has failed, and the mail is given up unless it is nearly there.
    package func send(_ mail: SMTPMail) async -> SMTPOutcome {
        if let fault = mail.fault { return .refused(fault, nil) }
        let number = numbers.add(1, ordering: .relaxed).newValue
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiting = Waiting(number: number, mail: mail, tell: continuation)
                if let refusal = enqueue(waiting) {
                    continuation.resume(returning: .failed(refusal, nil))
                } else if Task.isCancelled {
                    cancel(number)
                }
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func cancel(_ number: Int) {
        let waiting: Waiting? = changing { queue in
            if queue.current == number { stopping.set(in: SMTPClient.grace) }
            let index = queue.waiting.firstIndex { $0.number == number }
            return index.map { queue.waiting.remove(at: $0) }
        }
        waiting?.tell.resume(returning: .failed("nobody waits for it any more", nil))
    }

    /// Ends the connection. What is under way has a little time; what waits is told that it has failed.
    package func stop(within time: Duration = .seconds(2)) {
        let (last, waiting) = thread.withLock { thread in
            let waiting = changing { queue in
                queue.isEnding = true
                stopping.set(in: time)
                defer { queue.waiting = [] }
                return queue.waiting
            }
            defer { thread = nil }
            return (thread, waiting)
        }
        for one in waiting { one.tell.resume(returning: .failed("this server stops", nil)) }
        last?.join()
    }

    /// Puts a mail into the queue, or says why not.
    private func enqueue(_ waiting: Waiting) -> String? {
        thread.withLock { thread in
            let isStarting: Bool? = changing { queue in
                guard !queue.isEnding else { return nil }
                defer { queue.isRunning = true }
                queue.waiting.append(waiting)
                return !queue.isRunning
            }
            guard let isStarting else { return "this server stops" }
            guard isStarting else { return nil }
            // The one before has nothing more to do than to end.
            thread?.join()
            do throws(SystemError) {
                thread = try OwnThread { self.run() }
                return nil
            } catch {
                thread = nil
                changing { queue in
                    queue.isRunning = false
                    queue.waiting.removeLast()
                }
                return "\(error)"
            }
        }
    }

    // MARK: The thread

    private func run() {
        repeat {
            // Its end, when no mail has come for a while, may take a moment too.
            let session = SMTPSession(server, until: stopping)
            while let next = next() { next.tell.resume(returning: session.send(next.mail)) }
        } while !mayLeave()
    }

    /// The next mail; nil when none has come for a while, or none will.
    private func next() -> Waiting? {
        let end = WaitEnd(in: idle)
        return monitor.locked {
            var isInTime = true
            while true {
                let (next, isEnding) = queue.withLock { queue in
                    let next = queue.waiting.isEmpty ? nil : queue.waiting.removeFirst()
                    queue.current = next?.number
                    if next != nil, !queue.isEnding { stopping.clear() }
                    return (next, queue.isEnding)
                }
                if let next { return next }
                if isEnding || !isInTime { return nil }
                isInTime = monitor.wait(until: end)
            }
        }
    }

    /// Whether nobody needs the thread any more: from then on, the next mail begins another.
    private func mayLeave() -> Bool {
        changing { queue in
            guard queue.waiting.isEmpty else { return false }
            queue.isRunning = false
            return true
        }
    }

    private func changing<Value>(_ body: (inout sending Queue) -> Value) -> Value {
        monitor.locked {
            defer { monitor.tell() }
            return queue.withLock { body(&$0) }
        }
    }
}
