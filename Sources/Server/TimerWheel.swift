/// One timer for each of many connections, all in constant time and without allocation.
///
/// Time is cut into ticks, and the wheel has a slot for each tick of its horizon; timers of a slot form
/// a doubly linked list that lives in arrays indexed by the timer's id. What lies beyond the horizon
/// fires at the horizon: whoever is woken compares the clock with the deadline it keeps anyway.
struct TimerWheel {
    /// The shortest time that is told apart. Limits are seconds, so nobody needs less.
    static let tick: Int64 = 50
    private static let slotCount = 2_048
    private static let none: Int32 = -1

    private var first = [Int32](repeating: none, count: slotCount)
    private var next: [Int32] = []
    private var previous: [Int32] = []
    /// The tick that a timer is set for, or -1.
    private var due: [Int64] = []
    private var current: Int64
    private var armed = 0

    /// Times are milliseconds of one monotonic clock.
    init(now: Int64) {
        current = now / TimerWheel.tick
    }

    /// Sets the timer `id` to fire at the first tick that is not before `time`.
    mutating func schedule(_ id: Int, at time: Int64) {
        makeRoom(for: id)
        cancel(id)
        let wanted = (time + TimerWheel.tick - 1) / TimerWheel.tick
        let tick = min(max(wanted, current + 1), current + Int64(TimerWheel.slotCount) - 1)
        let slot = Int(tick % Int64(TimerWheel.slotCount))
        let head = first[slot]
        next[id] = head
        previous[id] = TimerWheel.none
        if head != TimerWheel.none { previous[Int(head)] = Int32(id) }
        first[slot] = Int32(id)
        due[id] = tick
        armed += 1
    }

    /// Takes the timer out; none is set afterwards.
    mutating func cancel(_ id: Int) {
        guard id < due.count, due[id] >= 0 else { return }
        let before = previous[id]
        let after = next[id]
        if before == TimerWheel.none {
            first[Int(due[id] % Int64(TimerWheel.slotCount))] = after
        } else {
            next[Int(before)] = after
        }
        if after != TimerWheel.none { previous[Int(after)] = before }
        due[id] = -1
        armed -= 1
    }

    /// When the timer is set to fire, in milliseconds.
    func time(of id: Int) -> Int64? {
        guard id < due.count, due[id] >= 0 else { return nil }
        return due[id] * TimerWheel.tick
    }

    /// Moves on to `now` and takes out every timer whose tick has passed.
    mutating func advance(to now: Int64) -> [Int] {
        let target = now / TimerWheel.tick
        guard target > current else { return [] }
        guard armed > 0 else {
            current = target
            return []
        }
        var fired: [Int] = []
        // After a long pause each slot is visited once, not once for every tick that was missed.
        let steps = min(target - current, Int64(TimerWheel.slotCount))
        for step in 1...steps {
            let slot = Int((current + step) % Int64(TimerWheel.slotCount))
            while first[slot] != TimerWheel.none {
                let id = Int(first[slot])
                cancel(id)
                fired.append(id)
            }
        }
        current = target
        return fired
    }

    /// How long one may sleep before the next timer is due: -1 when none is set.
    func sleepTime(now: Int64) -> Int32 {
        guard armed > 0 else { return -1 }
        for step in 1..<Int64(TimerWheel.slotCount) {
            let slot = Int((current + step) % Int64(TimerWheel.slotCount))
            guard first[slot] != TimerWheel.none else { continue }
            return Int32(max(0, (current + step) * TimerWheel.tick - now))
        }
        return Int32(TimerWheel.tick)
    }

    private mutating func makeRoom(for id: Int) {
        while due.count <= id {
            next.append(TimerWheel.none)
            previous.append(TimerWheel.none)
            due.append(-1)
        }
    }
}
