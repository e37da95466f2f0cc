/// Rows of one table that a transaction which writes need not read again while they are as they were.
///
/// For what nearly every write looks at and few change, such as the account of whoever writes. It is remembered what
/// was made of a row, and only of that one: what is said of it must not depend on other rows, or on the time.
package struct RememberedRows<Value: Sendable>: Sendable {
    /// The table, which has numbered rows: SQLite tells nobody of changes in one `without rowid`. Nor does it tell of
    /// rows that a `replace` removes for another one, which is why no statement of Roost's has it; nor where a table
    /// is emptied that no foreign key leads to or from.
    let table: String
    let question: @Sendable (_ key: String) -> SQL
    let read: @Sendable (borrowing Row) throws -> Value

    /// The question asks for the row of a key, and first of all for its number, which is its `rowid`.
    package init(
        of table: String, question: @escaping @Sendable (_ key: String) -> SQL,
        read: @escaping @Sendable (borrowing Row) throws -> Value
    ) {
        self.table = table
        self.question = question
        self.read = read
    }
}
