import Testing

@testable import roost

@Suite("The settings of storage")
struct StorageSettingsTests {
    @Test("Without any setting the database is var/roost.db, and there are no backups")
    func defaults() throws {
        let configuration = try Deployment().configuration()
        #expect(configuration.databaseFile == "var/roost.db")
        #expect(configuration.backupFolder == nil)
        #expect(configuration.backupStreamFolder == nil)
        #expect(configuration.backupInterval == .seconds(86_400))
        #expect(configuration.backupsKept == 7)
    }

    @Test(
        "A database's address is a URL or a plain path",
        arguments: [
            ("sqlite:///booking_system.db", "booking_system.db"),
            ("sqlite:///./var/a.db", "./var/a.db"),
            ("sqlite:////srv/roost/a.db", "/srv/roost/a.db"),
            ("SQLite:///a.db", "a.db"),
            ("sqlite+aiosqlite:///a.db", "a.db"),
            ("db.sqlite3", "db.sqlite3"),
            ("/srv/a b?.db", "/srv/a b?.db"),
            ("./a:b.db", "./a:b.db"),
        ])
    func addresses(text: String, file: String) throws {
        #expect(try DatabaseAddress.file(of: text) == file)
    }

    @Test(
        "No address of a file",
        arguments: [
            ("", .illFormed), ("var/", .illFormed), ("/srv/..", .illFormed), (".", .illFormed),
            ("a\u{0}b", .illFormed), ("a\n", .illFormed),
            ("sqlite:///a.db?mode=ro", .illFormed), ("sqlite:///a%20b.db", .illFormed),
            (":memory:", .inMemory), ("sqlite://", .inMemory), ("sqlite:///", .inMemory),
            ("sqlite:///:memory:", .inMemory), ("sqlite+aiosqlite:///:memory:", .inMemory),
            ("sqlite:a.db", .wrongSlashes), ("sqlite://var/a.db", .wrongSlashes),
            ("sqlite:/srv/a.db", .wrongSlashes),
            ("postgres://db/roost", .otherEngine("postgres")),
            ("mysql+pymysql://db/roost", .otherEngine("mysql+pymysql")),
            ("localhost:5432/roost", .otherEngine("localhost")),
            ("me@db:5432/roost", .otherEngine("another kind")),
            (":5432/roost", .otherEngine("another kind")),
        ] as [(String, DatabaseAddress.Refusal)])
    func refusedAddresses(text: String, refusal: DatabaseAddress.Refusal) {
        #expect(throws: refusal) { try DatabaseAddress.file(of: text) }
    }

    @Test("Another engine's URL is refused with a sentence, and the password in it is not told")
    func otherEngine() throws {
        let url = "postgresql://booking:hush@localhost:5432/booking"
        #expect(
            try Deployment(variables: ["DATABASE_URL": url]).faults() == [
                "DATABASE_URL (environment) names a database of postgresql: "
                    + "only SQLite is supported, as in sqlite:///var/roost.db"
            ])
    }

    @Test("A database in memory is refused with a sentence")
    func inMemory() throws {
        #expect(
            try Deployment([".env": "DB_FILE=:memory:"]).faults() == [
                "DB_FILE (.env line 1) names a database in memory: "
                    + "the server needs a file, as in sqlite:///var/roost.db"
            ])
    }

    @Test("Anything else is refused with what was expected")
    func illFormed() throws {
        #expect(
            try Deployment().faults("--database-url", "var/") == [
                #"DATABASE_URL (--database-url) is "var/": expected "#
                    + "a URL such as sqlite:///var/roost.db or a plain path such as var/roost.db"
            ])
    }

    @Test("DB_FILE is another name for DATABASE_URL, in every layer")
    func shortForm() throws {
        #expect(try Deployment().configuration("--db-file", "a.db").databaseFile == "a.db")
        for files in [
            [".env": "DB_FILE=a.db"], ["config/development.json": #"{"DB_FILE":"a.db"}"#],
        ] {
            #expect(try Deployment(files).configuration().databaseFile == "a.db")
        }
    }

    @Test("The higher layer decides where the database is, whichever name it uses")
    func layers() throws {
        let deployment = try Deployment(
            [".env": "DATABASE_URL=sqlite:///low.db"], variables: ["DB_FILE": "middle.db"])
        #expect(try deployment.configuration().databaseFile == "middle.db")
        #expect(
            try deployment.configuration("--database-url=sqlite:////high.db").databaseFile
                == "/high.db")
    }

    @Test("Both names in one layer must mean the same file")
    func contradiction() throws {
        let same = ["DATABASE_URL": "sqlite:///a.db", "DB_FILE": "a.db"]
        #expect(try Deployment(variables: same).configuration().databaseFile == "a.db")
        let different = ["DATABASE_URL": "sqlite:///a.db", "DB_FILE": "b.db"]
        #expect(
            try Deployment(variables: different).faults() == [
                "DB_FILE (environment) and DATABASE_URL (environment) differ: one of them is enough"
            ])
    }

    @Test("Backups have a folder, a time between them and a number")
    func backups() throws {
        let text = "BACKUP_DIR=/srv/backups\nBACKUP_EVERY=6h\nBACKUP_KEEP=30\n"
        let deployment = try Deployment([".env": text + "BACKUP_STREAM_DIR=/srv/stream"])
        let configuration = try deployment.configuration()
        #expect(configuration.backupFolder == "/srv/backups")
        #expect(configuration.backupInterval == .seconds(6 * 3_600))
        #expect(configuration.backupsKept == 30)
        #expect(configuration.backupStreamFolder == "/srv/stream")
        #expect(try deployment.configuration("--backup-dir=").backupFolder == nil)
    }

    @Test("Backups and the stream can't share a folder")
    func sharedFolder() throws {
        let both = ["BACKUP_DIR": "/srv/copies", "BACKUP_STREAM_DIR": "/srv/copies"]
        #expect(
            try Deployment(variables: both).faults() == [
                "BACKUP_DIR and BACKUP_STREAM_DIR name the same folder: each needs one of its own"
            ])
    }

    @Test(
        "An interval is seconds, or has a unit",
        arguments: [("1", 1), ("90s", 90), ("30m", 1_800), ("6h", 21_600), ("365d", 31_536_000)])
    func intervals(text: String, seconds: Int) {
        #expect(SettingKind<Duration>.interval(1...31_536_000).read(text) == .seconds(seconds))
    }

    @Test(
        "Other intervals are refused",
        arguments: [
            "", "0", "0h", "366d", "h", "6 h", "6H", "1.5h", "-1h", "1w", "9223372036854775807d",
        ])
    func refusedIntervals(text: String) {
        #expect(SettingKind<Duration>.interval(1...31_536_000).read(text) == nil)
    }

    @Test("A file is found from the folder that the command runs in")
    func resolved() {
        #expect(WorkingFolder(path: "/srv").resolved("var/roost.db") == "/srv/var/roost.db")
        #expect(WorkingFolder(path: "/srv").resolved("/a.db") == "/a.db")
        #expect(WorkingFolder(path: ".").resolved("var/roost.db") == "var/roost.db")
    }
}
