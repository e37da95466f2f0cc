import CSQLite

/// Begins and ends the transactions of a connection, and lets nobody else do it.
///
/// What runs within a transaction is all or nothing only as long as none of its statements says `commit`.
/// SQLite asks here while it compiles one (https://www.sqlite.org/c3ref/set_authorizer.html).
final class TransactionControl {
    enum Step: String {
        case begin = "begin"
        /// Takes the lock for writing at once.
        case beginWriting = "begin immediate"
        case commit = "commit"
        case rollBack = "rollback"
        /// What follows can be undone without the rest.
        case mark = "savepoint one"
        case keep = "release one"
        case undo = "rollback to one"
    }

    /// The statement of a step, compiled once.
    private final class Compiled {
        var statement: Statement

        init(_ statement: consuming Statement) {
            self.statement = statement
        }
    }

    private let connection: OpaquePointer
    private var statements: [Step: Compiled] = [:]
    private var isRunning = false

    /// From now on the connection asks this object, which has to outlive it.
    init(_ connection: OpaquePointer) {
        self.connection = connection
        sqlite3_set_authorizer(
            connection,
            { control, action, _, _, _, _ in
                guard action == SQLITE_TRANSACTION || action == SQLITE_SAVEPOINT, let control else {
                    return SQLITE_OK
                }
                return Unmanaged<TransactionControl>.fromOpaque(control).takeUnretainedValue()
                    .permission
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    func run(_ step: Step) throws(SQLiteError) {
        isRunning = true
        defer { isRunning = false }
        let compiled = try compiled(step)
        defer { compiled.statement.reset() }
        while try compiled.statement.step() {}
    }

    /// Forgets its statements: the connection is about to be closed.
    func clear() {
        statements = [:]
    }

    private func compiled(_ step: Step) throws(SQLiteError) -> Compiled {
        if let known = statements[step] { return known }
        let made = Compiled(try Statement(step.rawValue, on: connection))
        statements[step] = made
        return made
    }

    /// Outside of a transaction there is none to break: `vacuum` begins one of its own.
    private var permission: Int32 {
        isRunning || sqlite3_get_autocommit(connection) != 0 ? SQLITE_OK : SQLITE_DENY
    }
}
