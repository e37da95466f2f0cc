/// The table in which a database lists the migrations it has.
enum MigrationTable {
    /// Makes it, and marks the file as Roost's, together with the first migration.
    static func makeIfMissing(_ tx: Transaction) throws {
        try tx.script(
            """
            pragma application_id = \(DatabaseOrigin.applicationID);
            create table if not exists migration (
                number integer primary key,
                name text not null,
                checksum text not null,
                applied_at integer not null
            ) strict;
            """)
    }

    static func rows(_ reader: Reader) throws -> [AppliedMigration] {
        try reader.all(
            """
            select number, name, checksum, applied_at
            from migration
            order by number
            """
        ) { row in
            AppliedMigration(
                number: try row.integer(0), name: try row.text(1), checksum: try row.text(2),
                appliedAt: try row.instant(3))
        }
    }

    static func record(_ step: MigrationStep, _ tx: Transaction) throws {
        switch step {
        case .up(let migration):
            try tx.run(
                """
                insert into migration (number, name, checksum, applied_at)
                values (\(migration.number), \(migration.name), \(migration.checksum), \(tx.now))
                """)
        case .down(let migration):
            try tx.run(
                """
                delete from migration
                where number = \(migration.number)
                """)
        }
    }
}
