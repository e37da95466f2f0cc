extension SettingGroup {
    /// Where the data lies, and where its copies go.
    static let storage = SettingGroup(
        title: "Storage",
        settings: [
            Setting(
                "DATABASE_URL", also: ["DB_FILE"], .databaseFile,
                default: "sqlite:///var/roost.db", into: \.databaseFile,
                "The file that holds all data; a plain path does too, DB_FILE=var/roost.db."),
            Setting(
                "BACKUP_DIR", .folder, into: \.backupFolder,
                "The folder that backups are written to; none are made when empty."),
            Setting(
                "BACKUP_EVERY", .interval(1...31_536_000), default: "1d", into: \.backupInterval,
                "How long it is from one backup to the next."),
            Setting(
                "BACKUP_KEEP", .wholeNumber(1...100_000), default: "7", into: \.backupsKept,
                "How many backups are kept; the oldest go."),
            Setting(
                "BACKUP_STREAM_DIR", .folder, into: \.backupStreamFolder,
                "The folder that changes are copied to as they happen; off when empty."),
        ])
}
