import SQLite

extension Result {
    /// What was given, if anything was.
    var value: Success? { try? get() }

    /// What SQLite said, if it refused.
    var refusal: SQLiteError? {
        if case .failure(let error) = self { return error as? SQLiteError }
        return nil
    }

    /// Why the database could not, if that is the reason.
    var unavailable: Unavailable? {
        if case .failure(let error) = self { return error as? Unavailable }
        return nil
    }
}
