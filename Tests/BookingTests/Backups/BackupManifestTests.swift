import Testing
import Time
import Workbench

@testable import Booking

@Suite("A manifest")
struct BackupManifestTests {
    private let folder: TemporaryFolder
    private var file: String { "\(folder.path)/copy.db" }
    private let manifest = BackupManifest(
        bytes: 4_096, sha256: String(repeating: "a", count: 64), lastSeq: 7, migration: 2,
        rows: ["journal": 7, "claim": 3], version: "1.2.3",
        madeAt: Instant(milliseconds: 1_768_467_600_000),
        span: LogSpan(epoch: 1, end: LogPlace(epoch: 2, bytes: 4_152)))

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("Is read as it was written")
    func roundTrip() throws {
        try manifest.write(beside: file)
        #expect(try BackupManifest(beside: file) == manifest)
    }

    @Test("Is text that people can read, in the words of the API")
    func text() throws {
        try manifest.write(beside: file)
        let text = try #require(folder.read("copy.db.json"))
        #expect(text.contains("\n  \"last_seq\": 7,\n"))
        #expect(text.contains("\n  \"made_at\": \"2026-01-15T09:00:00.000Z\",\n"))
        #expect(text.contains("\n    \"claim\": 3,\n    \"journal\": 7\n"))
    }

    @Test("May be missing")
    func missing() throws {
        #expect(try BackupManifest(beside: file) == nil)
    }

    @Test("Replaces one that has lost its copy")
    func orphan() throws {
        try folder.write("{}", to: "copy.db.json")
        try manifest.write(beside: file)
        #expect(try BackupManifest(beside: file) == manifest)
    }

    @Test("Is an error when it can't be read", arguments: ["", "{", "{}", "[1]"])
    func unreadable(text: String) throws {
        try folder.write(text, to: "copy.db.json")
        #expect(throws: BackupError.unreadableManifest("\(file).json")) {
            try BackupManifest(beside: file)
        }
    }
}
