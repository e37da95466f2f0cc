import Booking
import SQLite
import Time

/// One run of `roost import classes`, or of what else a studio offers.
struct CatalogueImportWork {
    private let source: ImportSource
    private let catalogue: CatalogueImport
    private let command: String
    private let clock = Clock.system

    init(
        _ kind: CatalogueKind, _ file: String, _ configuration: Configuration,
        _ surroundings: Surroundings
    ) throws {
        source = ImportSource(
            file: file, path: configuration.databaseFile, surroundings: surroundings,
            noun: kind.rawValue, nothing: "nothing was brought in")
        command = "import \(kind.rawValue)"
        let zones = ZoneTable()
        let rules = CatalogueRules(
            zones: zones, usual: try Catalogue.usualZone(configuration, zones),
            currency: configuration.defaultCurrency, now: clock.now)
        catalogue = CatalogueImport(
            kind, rules, journal: Journal(try Chapters(Features.chapters)))
    }

    func run(isDry: Bool, skipsBad: Bool) throws {
        if isDry {
            let report = try source.lookWithoutHolding(look)
            return try source.tell(report, isDry: true, skipsBad: skipsBad)
        }
        let held = try HeldDatabase(source.path, for: command)
        try held.migrate()
        let connection = try held.connection()
        let report = try look(connection)
        try source.tell(report, isDry: false, skipsBad: skipsBad)
        let count = try bringIn(report, connection)
        source.surroundings.say("brought in \(count) \(source.noun) from \(source.file)\n")
    }

    private func look(_ connection: Connection) throws -> ImportReport {
        let progress = RowProgress("looked at", source.surroundings)
        return try source.translating {
            // Looking at a million rows takes longer than a question may.
            try connection.read(within: .seconds(86_400)) { reader in
                try catalogue.check(source.file, reader, progress: progress.tell)
            }
        }
    }

    private func bringIn(_ report: ImportReport, _ connection: Connection) throws -> Int {
        let progress = RowProgress("brought in", source.surroundings)
        return try source.translating {
            let count = try connection.transaction(at: clock.now) { tx in
                try catalogue.run(source.file, report, in: tx, progress: progress.tell)
            }
            try connection.script("pragma wal_checkpoint(truncate)")
            return count
        }
    }
}
