import CSQLite
import Glibc

/// What a connection that writes remembers of rows, for as long as they are as they were.
///
/// SQLite tells it of each row that this connection changes, whatever statement, trigger or foreign key does so
/// (https://www.sqlite.org/c3ref/update_hook.html). Where anybody else may have changed something, or something was
/// taken back, all of it is forgotten.
final class RowMemory {
    /// More of one table nobody looks at in turn.
    private static let capacity = 10_000

    private let connection: OpaquePointer
    private let states: StateCounter
    private var shelves: [Shelf] = []
    /// The state of the file that the last commit of this connection left.
    private var version: UInt32?

    init(_ connection: OpaquePointer, _ states: StateCounter) {
        self.connection = connection
        self.states = states
    }

    /// What was remembered of a key's row, or what `find` reads now. A row that isn't there is looked for each time.
    func value<Value: Sendable>(
        _ rows: RememberedRows<Value>, _ key: String, find: () throws -> (number: Int, Value)?
    ) throws -> Value? {
        let shelf = shelf(of: rows)
        if let known = shelf.values[key] { return known }
        guard let (number, value) = try find() else { return nil }
        if shelf.values.count >= RowMemory.capacity { shelf.forgetAll() }
        shelf.values[key] = value
        shelf.keys[number] = key
        return value
    }

    // MARK: Forgetting

    /// A transaction that writes has begun: what others committed since the last one is seen by it.
    func begin() {
        guard !shelves.isEmpty, version == nil || version != states.fileVersion else { return }
        forgetAll()
    }

    func committed() {
        guard !shelves.isEmpty else { return }
        version = states.fileVersion
    }

    /// What was read in a transaction that is taken back may never have been.
    func forgetAll() {
        for shelf in shelves { shelf.forgetAll() }
    }

    private func forget(_ number: Int, in table: UnsafePointer<CChar>) {
        for shelf in shelves where strcmp(shelf.table, table) == 0 { shelf.forget(number) }
    }

    // MARK: Tables

    private func shelf<Value>(of rows: RememberedRows<Value>) -> ShelfOf<Value> {
        for shelf in shelves {
            if let shelf = shelf as? ShelfOf<Value>, shelf.name == rows.table { return shelf }
        }
        if shelves.isEmpty { listen() }
        let made = ShelfOf<Value>(rows.table)
        shelves.append(made)
        return made
    }

    /// The connection tells this object from now on, which has to outlive it.
    private func listen() {
        sqlite3_update_hook(
            connection,
            { memory, _, _, table, number in
                guard let memory, let table else { return }
                Unmanaged<RowMemory>.fromOpaque(memory).takeUnretainedValue()
                    .forget(Int(number), in: table)
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
