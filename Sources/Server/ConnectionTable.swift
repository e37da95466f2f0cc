/// The connections of a loop by the numbers that epoll and the timers know them by.
///
/// A slot is used again when its connection has gone; a generation in the id then tells a late event
/// for the old connection from one for the new.
struct ConnectionTable {
    private var connections: [Connection?] = []
    private var generations: [UInt32] = []
    private var free: [Int] = []
    private(set) var count = 0

    /// A free slot and the id that events of its next connection carry.
    mutating func reserve() -> (slot: Int, id: UInt64) {
        let slot: Int
        if let last = free.popLast() {
            slot = last
        } else {
            slot = connections.count
            connections.append(nil)
            generations.append(0)
        }
        generations[slot] &+= 1
        count += 1
        return (slot, UInt64(generations[slot]) << 32 | UInt64(slot))
    }

    mutating func fill(_ slot: Int, _ connection: Connection) {
        connections[slot] = connection
    }

    mutating func release(_ slot: Int) {
        connections[slot] = nil
        free.append(slot)
        count -= 1
    }

    subscript(id id: UInt64) -> Connection? {
        let slot = Int(id & 0xFFFF_FFFF)
        guard slot < connections.count, generations[slot] == UInt32(id >> 32) else { return nil }
        return connections[slot]
    }

    subscript(slot slot: Int) -> Connection? {
        slot < connections.count ? connections[slot] : nil
    }

    var all: [Connection] { connections.compactMap(\.self) }
}
