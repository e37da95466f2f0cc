import Posix

/// The writes that wait for the writer.
///
/// `@unchecked`: everything that changes is touched within the monitor.
final class WriteQueue: @unchecked Sendable {
    /// What the writer finds when it comes for work.
    enum Batch {
        case writes([PendingWrite])
        /// Nothing came for a while.
        case nothing
        /// Nothing will come any more.
        case end
    }

    private enum State {
        /// The writer is on its way.
        case starting
        case open
        case closed
    }

    private let capacity: Int
    private let monitor = Monitor()
    private var waiting: [PendingWrite] = []
    /// What is wrong with the disk.
    private var trouble: Unavailable?
    private var state = State.closed

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds a write at the end. The writer comes at once, or when the work of this thread is done that holds signals
    /// back: then it takes all that was added meanwhile along.
    func add(_ write: PendingWrite) throws(Unavailable) {
        let isFirst = try monitor.locked { () throws(Unavailable) in
            guard state == .open else { throw .closed }
            if let trouble { throw trouble }
            guard waiting.count < capacity else { throw .queueFull }
            waiting.append(write)
            return waiting.count == 1
        }
        if isFirst { Signals.send(to: self) { self.monitor.locked { self.monitor.tell() } } }
    }

    /// The next writes, as many as one commit takes, as soon as there are any.
    func next(_ most: Int, waiting limit: Duration) -> Batch {
        monitor.locked {
            let end = WaitEnd(in: limit)
            while waiting.isEmpty, state != .closed {
                guard monitor.wait(until: end) else { break }
            }
            guard !waiting.isEmpty else { return state == .closed ? .end : .nothing }
            if waiting.count <= most {
                defer { waiting = [] }
                return .writes(waiting)
            }
            defer { waiting.removeFirst(most) }
            return .writes(Array(waiting[..<most]))
        }
    }

    /// From now on nothing is taken, for this reason; or everything again when there is none. Those that
    /// wait already are returned and forgotten.
    func refuse(_ reason: Unavailable?) -> [PendingWrite] {
        monitor.locked {
            trouble = reason
            guard reason != nil else { return [] }
            defer { waiting = [] }
            return waiting
        }
    }

    /// A writer is about to come, and shall wait: it would take a closed queue for the end.
    func expectWriter() {
        monitor.locked { state = .starting }
    }

    /// Takes writes from now on.
    func open() {
        monitor.locked { state = .open }
    }

    /// Takes nothing more; what waits is still done.
    func close() {
        monitor.locked {
            state = .closed
            monitor.tell()
        }
    }

    var count: Int { monitor.locked { waiting.count } }

    var isFull: Bool { count >= capacity }

    /// Why nothing is taken now.
    var reason: Unavailable? { monitor.locked { state == .open ? trouble : .closed } }

    /// What is wrong with the disk, whether or not the queue is closed.
    var diskTrouble: Unavailable? { monitor.locked { trouble } }
}
