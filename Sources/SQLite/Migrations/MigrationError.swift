/// Why a database isn't migrated, as a sentence for whoever runs the server.
package enum MigrationError: Error, Equatable {
    /// A name with other characters than the names of migrations have.
    case misnamed(Migration)
    /// Numbers go up one by one from 1, and none comes twice.
    case outOfSequence(Migration, expected: Int)
    /// A way without any text.
    case blank(MigrationStep)

    /// The database has a migration that this program doesn't know.
    case unknown(AppliedMigration)
    /// The database has a later migration without this one.
    case skipped(Migration, by: AppliedMigration)
    /// The database was given another text than the program has.
    case edited(Migration)

    /// Somebody wants to go where no migration leads.
    case noSuchNumber(Int, last: Int)
    /// The file is somebody else's: nothing is written to it.
    case notRoost(path: String, reason: String)
    /// A step went wrong, and left nothing behind.
    case failed(MigrationStep, reason: String)
}

extension MigrationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .misnamed(let migration):
            "the migration \(migration.label) is misnamed: a name has lower-case letters, digits and _"
        case .outOfSequence(let migration, let expected):
            "the migration \(migration.label) stands where number \(expected) is expected"
        case .blank(.up(let migration)): "the file \(migration.label).up.sql is blank"
        case .blank(.down(let migration)): "the file \(migration.label).down.sql is blank"
        case .unknown(let entry): MigrationError.refusal(of: entry)
        case .skipped(let migration, let entry):
            "the database has \(entry.label) without \(migration.label), so its shape can't be told: "
                + "restore a backup"
        case .edited(let migration): MigrationError.refusal(ofEdited: migration)
        case .noSuchNumber(let number, let last):
            "there is no migration \(number): give a number from 0, before the first, to \(last)"
        case .notRoost(let path, let reason): "\(path) is not a database of Roost: \(reason)"
        case .failed(.up(let migration), let reason):
            "\(migration.label) can't be applied: \(reason). Nothing of it was kept"
        case .failed(.down(let migration), let reason):
            "\(migration.label) can't be taken back: \(reason). Nothing of that was kept"
        }
    }

    private static func refusal(of entry: AppliedMigration) -> String {
        """
        the database was made by a newer version of Roost: it has the migration \(entry.label), which \
        this version doesn't know. Run that version, or let it take the database back: \
        roost migrate --to \(entry.number - 1)
        """
    }

    private static func refusal(ofEdited migration: Migration) -> String {
        """
        the migration \(migration.label) was edited after this database had been given it, so its shape \
        can't be told. Run the version that applied it; what should change belongs in a new migration
        """
    }
}
