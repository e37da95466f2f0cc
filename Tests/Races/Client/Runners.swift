import Glibc
import Posix
import Time

/// The clients of one thread.
struct Runners {
    private struct Runner {
        var errand: any Errand
        let wire: Wire
        var call: Call?
        var begin = 0
    }

    /// How long nobody may be answered before all are given up.
    private static let patience: Int32 = 30_000

    private var runners: [Runner] = []
    private let start: StartingGun

    init(_ errands: [any Errand], _ port: UInt16, _ start: StartingGun) {
        self.start = start
        do {
            runners = try errands.map { Runner(errand: $0, wire: try Wire(port: port)) }
        } catch let error as SystemError {
            start.fail(error)
        } catch {}
    }

    mutating func run() {
        start.wait()
        for place in runners.indices { go(on: place, after: nil) }
        while true {
            var waiting = runners.map { runner in
                pollfd(
                    fd: runner.call == nil ? -1 : runner.wire.socket, events: Int16(POLLIN),
                    revents: 0)
            }
            guard waiting.contains(where: { $0.fd >= 0 }) else { return }
            guard poll(&waiting, nfds_t(waiting.count), Runners.patience) > 0 else {
                return giveUp()
            }
            for place in waiting.indices where waiting[place].revents != 0 { listen(place) }
        }
    }

    private mutating func listen(_ place: Int) {
        switch runners[place].wire.receive() {
        case .nothingYet: break
        case .reply(let reply): go(on: place, after: answered(place, reply))
        case .end: go(on: place, after: answered(place, nil))
        }
    }

    private func answered(_ place: Int, _ reply: Reply?) -> Answered? {
        let runner = runners[place]
        return runner.call.map {
            Answered(call: $0, begin: runner.begin, end: Runners.now, reply: reply)
        }
    }

    private mutating func go(on place: Int, after answered: Answered?) {
        guard let call = runners[place].errand.next(after: answered) else {
            runners[place].call = nil
            return
        }
        let bytes = call.bytes
        runners[place].call = call
        runners[place].begin = Runners.now
        // Nobody listens any more: the errand is told, and ends then.
        if !runners[place].wire.send(bytes) { go(on: place, after: self.answered(place, nil)) }
    }

    private mutating func giveUp() {
        for place in runners.indices where runners[place].call != nil {
            _ = runners[place].errand.next(after: answered(place, nil))
        }
    }

    private static var now: Int { Int(MonotonicClock.system.nanoseconds) }
}
