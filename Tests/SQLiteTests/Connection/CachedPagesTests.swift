import CSQLite
import Chance
import Testing
import Workbench

@testable import SQLite

@Suite("Pages in memory")
struct CachedPagesTests {
    private let folder: TemporaryFolder
    private let connection: Connection
    private var chance = SeededGenerator(seed: 1)

    init() throws {
        folder = try TemporaryFolder()
        connection = try Connection("\(folder.path)/test.db", .create)
        try connection.script(
            "create table note (word text) strict; create index note_word on note (word)")
    }

    /// Words of some seventy bytes in no order, so that pages of the index fill up everywhere.
    private mutating func words(_ count: Int) -> [String] {
        (0..<count).map { _ in
            String(repeating: String(chance.next(), radix: 36) + " ", count: 5)
        }
    }

    private mutating func add(_ count: Int) throws {
        let words = words(count)
        try connection.write { try CachedPagesTests.insert(words, $0) }
    }

    private static func insert(_ words: [String], _ tx: Transaction) throws {
        for word in words { try tx.run("insert into note (word) values (\(word))") }
    }

    private func check(_ count: Int, _ connection: Connection) throws {
        #expect(try connection.count("select count(*) from note where word > ''") == count)
        #expect(try connection.value("pragma integrity_check") == .text("ok"))
    }

    /// In most of these commits a full page is shared out among its neighbours.
    @Test("Are not looked through at each commit")
    mutating func commits() throws {
        try add(2_000)
        let before = csqlite_page_searches()
        for _ in 0..<100 { try add(20) }
        #expect(csqlite_page_searches() == before)
        try check(4_000, connection)
    }

    @Test("Are gone when their part of the file is")
    mutating func shorter() throws {
        try add(2_000)
        try connection.write { try $0.run("delete from note where rowid > 100") }
        let before = csqlite_page_searches()
        try connection.script("vacuum")
        #expect(csqlite_page_searches() > before)
        try check(100, connection)
        try add(2_000)
        try check(2_100, connection)
    }

    @Test("Are gone when the change that made them didn't happen")
    mutating func refused() throws {
        try add(100)
        let pages = try connection.count("pragma page_count")
        let words = words(2_000)
        #expect(throws: CancellationError.self) {
            try connection.write { tx in
                try CachedPagesTests.insert(words, tx)
                throw CancellationError()
            }
        }
        #expect(try connection.count("pragma page_count") == pages)
        try add(2_000)
        try check(2_100, connection)
    }

    @Test("Are read anew after somebody else's change")
    mutating func others() throws {
        let reader = try Connection("\(folder.path)/test.db", .readOnly)
        for round in 1...20 {
            try add(200)
            try check(round * 200, reader)
        }
    }
}
