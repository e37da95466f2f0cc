import CLinux
import Glibc
import HTTP
import Posix

extension EventLoop {
    /// Takes the connections that wait, a turn's worth of them.
    func acceptWaiting() {
        // Another thread may have taken the descriptor that was given back last time.
        if reserve == nil { reserve = EventLoop.openReserve() }
        for _ in 0..<EventLoop.acceptsPerTurn {
            guard let (socket, peer) = listener?.accept() else {
                if errno == EMFILE || errno == ENFILE { turnOneAway() }
                return
            }
            statistics.accepted.add()
            guard let descriptor = Descriptor(socket) else { continue }
            open(descriptor, peer.address)
        }
    }

    private func open(_ socket: consuming Descriptor, _ peer: IPAddress) {
        if let refusal = gate.enter(peer) {
            statistics.add(refusal)
            turnAway(socket)
            return
        }
        Listener.setOption(socket.number, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        let place = table.reserve()
        guard epoll.add(connection: socket.number, id: place.id) else {
            table.release(place.slot)
            gate.leave(peer)
            return
        }
        let connection = Connection(socket, slot: place.slot, peer: peer, loop: self)
        table.fill(place.slot, connection)
        statistics.connections.add()
    }

    /// Says why, as far as the socket's buffer takes it at once, and closes.
    private func turnAway(_ socket: borrowing Descriptor) {
        let answer = handler.refuse(.tooManyConnections)
        let bytes = Connection.lastAnswer(answer, date: date)
        _ = bytes.withUnsafeBytes {
            send(socket.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        // What was sent already and stays unread would turn the close into a reset.
        _ = recv(socket.number, received.baseAddress, received.count, 0)
    }

    /// Out of descriptors: one is kept in reserve, so that whoever waits can at least be closed, instead
    /// of waking the loop for ever. When another thread has taken that one too, nothing can be done for
    /// a while, and the listener is not listened to.
    private func turnOneAway() {
        statistics.add(.descriptors)
        guard reserve != nil else {
            pauseAccepting()
            return
        }
        reserve = nil
        if let (socket, _) = listener?.accept(), let descriptor = Descriptor(socket) {
            turnAway(descriptor)
        }
        reserve = EventLoop.openReserve()
    }

    private func pauseAccepting() {
        guard acceptsAgain == nil, let number = listener?.descriptor else { return }
        epoll.remove(source: number)
        acceptsAgain = now + EventLoop.acceptPause
    }

    func resumeAccepting() {
        guard let time = acceptsAgain, now >= time, let number = listener?.descriptor else {
            return
        }
        do {
            try epoll.add(source: number, id: EventLoop.listenerID)
            acceptsAgain = nil
        } catch {
            // The kernel is short of more than descriptors: later.
            acceptsAgain = now + EventLoop.acceptPause
        }
    }

    static func openReserve() -> Descriptor? {
        Descriptor(Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC))
    }
}
