import Glibc
import HTTP

extension Connection {
    /// What one `recv` brought.
    private enum Received {
        case bytes(Int)
        case nothing
        case end
    }

    /// Reads on, as far as the phase allows and bytes are there.
    func readOn() {
        switch phase {
        case .waiting: readHeads()
        case .working, .tunnel: if bodyWaiter != nil { readBody() }
        case .draining: drainBody()
        case .line: readLine()
        case .lingering: discard()
        case .closing, .closed: break
        }
    }

    private func readHeads() {
        while phase == .waiting {
            // A client that doesn't take its answers gets no more of them made.
            guard pendingOutput < loop.limits.outputBytes else { return }
            do throws(Refusal) {
                if case .head(let head) = try reader.next() {
                    begin(head)
                    return
                }
            } catch {
                loop.statistics.add(.malformed)
                refuse(error)
                return
            }
            // A line end between two requests was skipped, and no head has begun.
            if !reader.hasInput, deadline.purpose == .head {
                setDeadline(.idle, in: loop.times.idle)
            }
            guard receive() else { return }
            if phase == .waiting, reader.hasInput, deadline.purpose == .idle {
                setDeadline(.head, in: loop.times.head)
            }
        }
    }

    /// Brings bytes to the reader; false when there are none for now, or no more at all.
    func receive() -> Bool {
        switch receiveOnce() {
        case .bytes(let count):
            let bytes = [UInt8](UnsafeRawBufferPointer(rebasing: loop.received[..<count]))
            if let line { line.append(bytes) } else { reader.append(bytes) }
            return true
        case .nothing:
            return false
        case .end:
            inputEnded()
            return false
        }
    }

    private func receiveOnce() -> Received {
        guard canRead else { return .nothing }
        let room = loop.received.count
        let count = recv(socketNumber, loop.received.baseAddress, room, 0)
        if count > 0 {
            // Less than asked for means that the socket is empty, and a new event will tell of more
            // (epoll(7)); but the end of input, if it has come, is reported once only.
            canRead = count == room || peerFinished
            loop.statistics.bytesRead.add(count)
            return .bytes(count)
        }
        if count == 0 {
            canRead = false
            return .end
        }
        if errno == EAGAIN || errno == EINTR {
            canRead = errno == EINTR
            return .nothing
        }
        vanish()
        return .nothing
    }

    /// Whether the client's end has been read.
    var inputIsOver: Bool { peerFinished && !canRead }

    private func inputEnded() {
        peerFinished = true
        switch phase {
        case .waiting:
            // Between messages this is how clients leave; within a head there is nothing to answer.
            if hasOutput { closeBehindOutput() } else { close() }
        case .working:
            // The body that is waited for can't be completed, and half a request is none
            // (RFC 9112 section 8).
            if bodyWaiter != nil { abandon() }
        case .tunnel:
            resumeBody(nil)
        case .line:
            lineInputEnded()
        case .draining:
            closeBehindOutput()
        case .lingering:
            close()
        case .closing, .closed:
            break
        }
    }

    /// Reads what is left of a body that nobody wants, to get at the next request.
    func drainBody() {
        do throws(Refusal) {
            while phase == .draining {
                switch try reader.next() {
                case .body: continue
                case .end, .head: waitForRequest()
                case nil: guard receive() else { return }
                }
            }
        } catch {
            closeBehindOutput()
        }
    }

    /// Drops what comes in behind the last answer.
    private func discard() {
        while phase == .lingering {
            switch receiveOnce() {
            case .bytes(let count):
                lingered += count
                if lingered > loop.limits.lingerBytes { close() }
            case .nothing: return
            case .end: close()
            }
        }
    }
}
