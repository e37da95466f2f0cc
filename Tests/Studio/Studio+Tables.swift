import Migrations
import SQLite
import Time

extension Studio {
    /// Opens a database file with the studio's tables in it, or makes it.
    package static func database(
        at path: String, clock: Clock = .system
    ) async throws -> Database {
        let database = Database(DatabaseOptions(path: path), clock: clock)
        try database.open()
        try await database.write { try makeTables(in: $0) }
        return database
    }

    /// Makes the journal, as its migration does, and the studio's tables, where they are missing.
    package static func makeTables(in tx: Transaction) throws {
        let hasJournal =
            try tx.count(
                "select count(*) from sqlite_schema where name = 'journal'") > 0
        if !hasJournal {
            for migration in Migration.embedded.prefix(1) { try tx.script(migration.up) }
        }
        try tx.script(tables)
    }

    private static let tables = """
        create table if not exists sitting (
            id text not null
                constraint sitting_primary primary key,
            capacity integer not null,
            taken integer not null,
            opened_at integer not null,
            constraint sitting_taken_within_capacity check (taken between 0 and capacity)
        ) strict;

        create table if not exists claim (
            id text not null
                constraint claim_primary primary key,
            sitting_id text not null
                constraint claim_on_sitting references sitting (id),
            -- No reference: who that is stands beside the journal, and may be erased.
            person_id text not null,
            state text not null
                constraint claim_state_known check (state in ('live', 'released')),
            placed_at integer not null,
            released_at integer
        ) strict;

        create unique index if not exists claim_one_live
        on claim (sitting_id, person_id) where state = 'live';

        create table if not exists person (
            id text not null
                constraint person_primary primary key,
            name text not null,
            email text not null
        ) strict;
        """
}
