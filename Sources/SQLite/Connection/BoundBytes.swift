/// Room for the texts and bytes that a statement is run with.
///
/// SQLite would make memory for a copy of each, and free it when the statement is done: 18 times for a booking. Here
/// they are copied to the same place each time.
struct BoundBytes: ~Copyable {
    /// What is longer SQLite copies, so that no statement holds much for ever.
    private static let capacity = 1_024

    private var start: UnsafeMutableRawPointer?
    private var used = 0

    /// Makes room for the values of another run.
    mutating func clear() {
        used = 0
    }

    /// The place of a copy that lasts until the next run; nil where there is no room.
    mutating func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer? {
        guard bytes.count <= BoundBytes.capacity - used else { return nil }
        let room = start ?? .allocate(byteCount: BoundBytes.capacity, alignment: 1)
        start = room
        let place = room + used
        if let source = bytes.baseAddress { place.copyMemory(from: source, byteCount: bytes.count) }
        used += bytes.count
        return place
    }

    deinit {
        start?.deallocate()
    }
}
