import CSQLite
import Time

/// A connection to a database file. It belongs to one thread at a time.
///
/// Statements run within `read` or `transaction`, so that several of them see one state of the database.
package final class Connection {
    let handle: OpaquePointer
    package let path: String
    private let statements = StatementCache()
    private let timer = Timer()
    private let states: StateCounter
    let counts: CountMemory
    let memory: RowMemory
    private let control: TransactionControl
    /// What SQLite says of broken unique constraints, and which index that is.
    private var indexNames: [String: String] = [:]
    /// Whether a statement has run, or tried to, that could change something. Whoever wants to know sets it back.
    var mayHaveWritten = false
    /// Is told each SQL text that is compiled: tests look at the plans of all of them.
    package var onCompile: ((String) -> Void)?

    package init(_ path: String, _ mode: Mode, vfs: String? = nil) throws(SQLiteError) {
        handle = try Connection.open(path, mode, vfs: vfs)
        self.path = path
        control = TransactionControl(handle)
        states = StateCounter(handle)
        counts = CountMemory(states)
        memory = RowMemory(handle, states)
        timer.watch(handle)
        try prepare(for: mode)
    }

    deinit {
        statements.clear()
        control.clear()
        sqlite3_close_v2(handle)
    }

    // MARK: Transactions

    /// Reads in one state of the database, whatever is committed meanwhile. What runs longer than the
    /// limit is interrupted.
    package func read<Result>(
        within limit: Duration = .seconds(60), _ body: (Reader) throws -> Result
    ) throws -> Result {
        try control(.begin)
        // Not within the limit: a transaction that nobody could end would stay for the next reader.
        defer { rollBack() }
        let reader = Reader(self)
        defer { reader.end() }
        return try limited(to: limit) { try body(reader) }
    }

    /// Writes all or nothing: when the body throws, nothing has happened.
    package func transaction<Result>(
        at now: Instant, _ body: (Transaction) throws -> Result
    ) throws -> Result {
        try control(.beginWriting)
        do {
            let transaction = Transaction(self, now: now)
            defer { transaction.end() }
            let result = try body(transaction)
            try control(.commit)
            transaction.tellCommitted()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Ends the transaction if there is one still: some errors end it by themselves
    /// (https://www.sqlite.org/lang_transaction.html section 3).
    func rollBack() {
        memory.forgetAll()
        guard isInTransaction else { return }
        try? control(.rollBack)
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Which state of the database this transaction sees; nil where it has written something, as only a commit
    /// makes a state of that. It asks the one question that reads no row, if none was asked yet.
    func state() throws(SQLiteError) -> StateVersion? {
        if !states.hasLooked { _ = try rows("pragma data_version").goOn() }
        return states.version
    }

    /// Begins or ends a transaction, or a part of one. No other statement can.
    func control(_ step: TransactionControl.Step) throws(SQLiteError) {
        do throws(SQLiteError) {
            try control.run(step)
        } catch {
            throw explained(error)
        }
        switch step {
        case .beginWriting: memory.begin()
        case .commit: memory.committed()
        case .rollBack, .undo: memory.forgetAll()
        case .begin, .mark, .keep: break
        }
    }

    /// Refuses what a commit would refuse: references to rows that are not there, in foreign keys that
    /// are looked at last (https://www.sqlite.org/foreignkeys.html section 4.2).
    func checkReferences() throws(SQLiteError) {
        var broken: Int32 = 0
        var most: Int32 = 0
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &most, 0)
        guard broken == 0 else {
            throw SQLiteError(
                code: ExtendedCode.foreignKey,
                kind: .constraint(Constraint(kind: .foreignKey, name: "")),
                message: "FOREIGN KEY constraint failed")
        }
    }

    /// Runs a body whose statements are interrupted when the time is over.
    func limited<Result>(to limit: Duration, _ body: () throws -> Result) rethrows -> Result {
        try timer.limit(limit, body)
    }

    // MARK: Statements

    /// Runs a statement without looking at its rows; the number of rows it changed, without those that
    /// triggers and foreign keys changed in turn.
    @discardableResult
    func run(_ sql: SQL) throws(SQLiteError) -> Int {
        let before = sqlite3_total_changes64(handle)
        let entry = try take(sql)
        defer { give(back: entry) }
        do throws(SQLiteError) {
            while try entry.statement.step() {}
        } catch {
            throw explained(error)
        }
        // Other statements leave the number of the last one that changed something.
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    /// Runs a statement that adds a row to a table; the number that the row has there.
    func insert(_ sql: SQL) throws(SQLiteError) -> Int {
        try run(sql)
        return Int(sqlite3_last_insert_rowid(handle))
    }

    /// Calls a body with each row, until it says that it has seen enough.
    func rows(_ sql: SQL, _ body: (borrowing Row) throws -> Next) throws {
        let rows = try rows(sql)
        while try rows.goOn() {
            guard try body(rows.row) == .more else { return }
        }
    }

    /// The rows of a statement, to be gone through one by one.
    func rows(_ sql: SQL) throws(SQLiteError) -> Rows {
        Rows(try take(sql), of: self)
    }

    /// Whether a reader of rows wants the next one.
    package enum Next {
        case more
        case enough
    }

    /// The word that a pragma answers with.
    func word(_ pragma: SQL) throws(SQLiteError) -> String {
        let entry = try take(pragma)
        defer { give(back: entry) }
        return try entry.statement.step() ? Row(entry.statement).text(0) : ""
    }

    /// Runs a text of several statements: migrations and pragmas, which are part of the program. Never
    /// give it anything that came from outside.
    package func script(_ text: String) throws(SQLiteError) {
        // It may make other indexes.
        indexNames = [:]
        memory.forgetAll()
        mayHaveWritten = true
        let result = sqlite3_exec(handle, text, nil, nil, nil)
        guard result == SQLITE_OK else { throw explained(SQLiteError(result, of: handle)) }
    }

    /// How many statements are prepared.
    var cachedStatements: Int { statements.count }

    private func take(_ sql: SQL) throws(SQLiteError) -> StatementCache.Entry {
        let entry = try statements.take(sql) { () throws(SQLiteError) in
            let text = sql.text
            onCompile?(text)
            return try Statement(text, on: handle)
        }
        if entry.writes { mayHaveWritten = true }
        do throws(SQLiteError) {
            try entry.statement.bind(sql)
        } catch {
            entry.isInUse = false
            throw error
        }
        return entry
    }

    func give(back entry: StatementCache.Entry) {
        entry.statement.reset()
        entry.isInUse = false
    }

    // MARK: Errors

    /// The same error with its constraint named.
    func explained(_ error: SQLiteError) -> SQLiteError {
        if error.code == SQLITE_AUTH {
            return .misuse("it begins or ends a transaction, but is within one")
        }
        guard let constraint = Constraint(code: error.code, message: error.message) else {
            return error
        }
        let name = indexName(of: constraint) ?? constraint.name
        return SQLiteError(
            code: error.code, kind: .constraint(constraint.named(name)), message: error.message)
    }

    /// SQLite tells a unique constraint by its columns; the index on them has a name that says what it
    /// is for.
    private func indexName(of constraint: Constraint) -> String? {
        if let name = constraint.indexOnExpression { return name }
        guard let (table, columns) = constraint.columns else { return nil }
        if let known = indexNames[constraint.name] { return known }
        var found: String?
        try? rows(
            """
            select list.name, group_concat(info.name, ',')
            from pragma_index_list(\(table)) list, pragma_index_info(list.name) info
            where list."unique" = 1 and list.origin = 'c'
            group by list.name
            order by list.seq desc, info.seqno
            """
        ) { row in
            guard
                try row.text(1).split(separator: ",").sorted() == columns.sorted().map({ $0[...] })
            else { return .more }
            found = try row.text(0)
            return .enough
        }
        indexNames[constraint.name] = found
        return found
    }
}
