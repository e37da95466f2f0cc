import CSQLite

extension Connection {
    /// Runs a text of several statements of which none may begin or end a transaction: SQLite refuses to
    /// compile those (https://www.sqlite.org/c3ref/set_authorizer.html).
    func scriptWithinTransaction(_ text: String) throws(SQLiteError) {
        sqlite3_set_authorizer(
            handle,
            { _, action, _, _, _, _ in
                action == SQLITE_TRANSACTION || action == SQLITE_SAVEPOINT
                    ? SQLITE_DENY : SQLITE_OK
            }, nil)
        defer { sqlite3_set_authorizer(handle, nil, nil) }
        do throws(SQLiteError) {
            try script(text)
        } catch  where error.code == SQLITE_AUTH {
            throw SQLiteError(
                code: error.code, message: "it begins or ends a transaction, but is within one")
        }
    }
}
