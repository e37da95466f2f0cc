/// What SQLite refused, or could not do.
package struct SQLiteError: Error {}
