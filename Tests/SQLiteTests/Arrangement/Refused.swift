@testable import SQLite

/// Whether SQLite, or the code around it, refuses to do something.
func isRefused(_ body: () throws -> Void) -> Bool {
    do {
        try body()
        return false
    } catch {
        return error is SQLiteError
    }
}
