import Chance
import Migrations
import SQLite
import Time

/// A database as large as one wants, and a write that touches it as a booking does: an entry of the
/// journal, a claim, and a counter somewhere among many.
enum LoadedStudio {
    private static let sittings = 100_000

    /// What the program itself would use; the list is sound, or nothing starts.
    static var migrator: Migrator {
        get throws { try Migrator(Migration.embedded) }
    }

    static func make(at path: String, megabytes: Int) throws {
        let connection = try Connection(path, .create)
        try migrator.migrate(connection, at: Clock.system.now)
        try connection.transaction(at: Clock.system.now) { tx in
            try tx.script(
                """
                create table sitting (id integer primary key, taken integer not null) strict;
                create table claim (
                    id text primary key,
                    sitting integer not null references sitting (id),
                    person text not null
                ) strict, without rowid;
                create index claim_sitting on claim (sitting, person);
                """)
            try tx.run(
                """
                with recursive number (n) as (
                    select 1 union all select n + 1 from number where n < \(sittings)
                )
                insert into sitting (id, taken) select n, 0 from number
                """)
        }
        while try connection.read({ try $0.count("pragma page_count") }) * 4_096 < megabytes << 20 {
            try connection.transaction(at: Clock.system.now) { try fill($0) }
            try connection.script("pragma wal_checkpoint(truncate)")
        }
    }

    private static func fill(_ tx: Transaction) throws {
        let first = try tx.count("select coalesce(max(seq), 0) + 1 from journal")
        try tx.run(
            """
            with recursive number (n) as (
                select \(first) union all select n + 1 from number where n < \(first + 49_999)
            )
            insert into journal (seq, stream, version, kind, data, actor, at)
            select n, 'booking/' || hex(randomblob(16)), 1, 'booking.placed',
                hex(randomblob(100)), hex(randomblob(16)), n
            from number
            """)
    }

    static func write(
        to database: Database, seed: Int, _ latencies: Latencies
    ) async {
        var random = SeededGenerator(seed: UInt64(seed))
        while !latencies.isOver {
            let sitting = Int(random.next() % UInt64(sittings)) + 1
            let start = ContinuousClock.now
            do {
                try await database.write { try book(sitting, $0) }
                latencies.add(ContinuousClock.now - start)
            } catch {
                latencies.addFailure(error)
            }
        }
    }

    private static func book(_ sitting: Int, _ tx: Transaction) throws {
        let seq = try tx.count("select coalesce(max(seq), 0) + 1 from journal")
        try tx.run(
            """
            insert into journal (seq, stream, version, kind, data, actor, at)
            values (\(seq), 'booking/' || hex(randomblob(16)), 1, 'booking.placed',
                hex(randomblob(100)), hex(randomblob(16)), \(tx.now))
            """)
        try tx.run(
            """
            insert into claim (id, sitting, person)
            values (hex(randomblob(16)), \(sitting), hex(randomblob(16)))
            """)
        try tx.run("update sitting set taken = taken + 1 where id = \(sitting)")
    }
}
