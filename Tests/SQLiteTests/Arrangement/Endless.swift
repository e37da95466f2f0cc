@testable import SQLite

/// Statements that never end by themselves.
enum Endless {
    static let question: SQL =
        """
        with recursive number (n) as (select 1 union all select n + 1 from number)
        select count(*) from number
        """

    /// Needs a table `note` with an integer column `n`.
    static let change: SQL =
        """
        with recursive number (n) as (select 1 union all select n + 1 from number)
        insert into note (n)
        select max(n) from number
        """
}
