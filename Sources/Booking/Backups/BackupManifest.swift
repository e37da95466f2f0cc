import JSON
import Posix
import Time

/// What lies beside a copy, as `FILE.json`: how to know the copy again, and what it holds.
package struct BackupManifest: Equatable, Sendable {
    package let bytes: Int
    /// In hexadecimal.
    package let sha256: String
    /// The number of the journal's last entry.
    package let lastSeq: Int
    /// The number of the last migration.
    package let migration: Int
    package let rows: [String: Int]
    /// What the program that made it called itself.
    package let version: String
    package let madeAt: Instant
    /// What it needs of the log; nil for a copy that isn't part of the stream.
    let span: LogSpan?

    /// The manifest of a copy by this name.
    package static func path(beside file: String) -> String { "\(file).json" }
}

extension BackupManifest {
    /// Reads the manifest of a copy; nil when it has none.
    package init?(beside file: String) throws {
        let path = Self.path(beside: file)
        guard File.exists(path) else { return nil }
        let manifest = try File(reading: path)
        let bytes = try manifest.read(at: 0, atMost: BackupManifest.mostBytes)
        var faults = Faults()
        guard let json = try? JSON.parse(bytes), let read = Self.schema.read(json, &faults) else {
            throw BackupError.unreadableManifest(path)
        }
        self = read
    }

    /// Writes it beside a copy that is about to get its name, durably.
    func write(beside file: String) throws {
        let path = Self.path(beside: file)
        // One without its copy is what a cut has left between the two names.
        if File.exists(path) { try File.remove(path) }
        let manifest = try PartialFile(for: path)
        let json = try JSON.parse(Self.schema.bytes(of: self))
        try manifest.write(Array(json.prettyText.utf8))
        try manifest.sync()
        try manifest.publish()
    }

    /// No database has so many tables that this wouldn't do.
    private static let mostBytes = 1 << 20

    private static let schema = Schema<BackupManifest>.object(
        BackupManifest.init,
        Field("bytes", \.bytes, .integer(0...Int.max), "The size of the copy."),
        Field("sha256", \.sha256, .text(64...64), "Its hash, in hexadecimal."),
        Field("last_seq", \.lastSeq, .integer(0...Int.max), "The journal's last entry."),
        Field("migration", \.migration, .integer(0...Int.max), "The last migration."),
        Field("rows", \.rows, rows, "How many rows each table has."),
        Field("version", \.version, .text(0...200), "The version of Roost that made it."),
        Field("made_at", \.madeAt, .instant, "When it was made."),
        Field("log", \.span, optional: LogSpan.schema, "What it needs of the log."))

    private static let rows: Schema<[String: Int]> = Schema<JSON>.json.mapped { json in
        guard case .object(let members) = json else { return nil }
        let pairs = members.compactMap { member in
            member.value.integerValue.map { (member.name, Int($0)) }
        }
        return Dictionary(pairs) { first, _ in first }
    } write: { rows in
        .object(rows.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) })
    }
}
