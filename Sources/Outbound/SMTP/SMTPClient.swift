import Posix
import Synchronization

/// Hands mails to a mail server, one after the other over one connection.
///
/// A thread of its own does it. It begins with the first mail, keeps the connection for the next, and ends
/// when none has come for a while.
package final class SMTPClient: Sendable {
    private struct Waiting {
        let mail: SMTPMail
        let tell: CheckedContinuation<SMTPOutcome, Never>
    }

    private struct Queue {
        var waiting: [Waiting] = []
        var isRunning = false
        var isEnding = false
    }

    private let server: SMTPServer
    /// For how long a connection is kept that nobody needs. Servers end it themselves after minutes.
    private let idle: Duration
    private let stopping = StopMark()
    private let monitor = Monitor()
    private let queue = Mutex(Queue())
    private let thread = Mutex<OwnThread?>(nil)

    package init(_ server: SMTPServer, idle: Duration = .seconds(10)) {
        self.server = server
        self.idle = idle
    }

    /// Sends a mail, and waits without blocking until the server has it or it is clear that it won't.
    package func send(_ mail: SMTPMail) async -> SMTPOutcome {
        if let fault = mail.fault { return .refused(fault, nil) }
        return await withCheckedContinuation { continuation in
            if let refusal = enqueue(Waiting(mail: mail, tell: continuation)) {
                continuation.resume(returning: .failed(refusal, nil))
            }
        }
    }

    /// Ends the connection. What is under way has a little time; what waits is told that it has failed.
    package func stop(within time: Duration = .seconds(2)) {
        stopping.set(in: time)
        let (last, waiting) = thread.withLock { thread in
            let waiting = changing { queue in
                queue.isEnding = true
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
                    (queue.waiting.isEmpty ? nil : queue.waiting.removeFirst(), queue.isEnding)
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
