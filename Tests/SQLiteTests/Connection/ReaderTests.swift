import Testing
import Workbench

@testable import SQLite

@Suite("A reader")
struct ReaderTests {
    private let folder: TemporaryFolder
    private let writer: Connection
    private let connection: Connection

    init() throws {
        folder = try TemporaryFolder()
        let path = "\(folder.path)/test.db"
        writer = try Connection(path, .create)
        try writer.script(
            "create table note (n integer) strict; insert into note (n) values (1), (2), (3)")
        connection = try Connection(path, .readOnly)
    }

    private func add() throws {
        try writer.write { try $0.run("insert into note (n) values (4)") }
    }

    @Test("Gives all rows, the first, a count")
    func rows() throws {
        try connection.read { reader in
            let all = try reader.all("select n from note order by n") { try $0.integer(0) }
            #expect(all == [1, 2, 3])
            let first = try reader.first("select n from note order by n") { try $0.integer(0) }
            #expect(first == 1)
            let none = try reader.first("select n from note where n > 9") { try $0.integer(0) }
            #expect(none == nil)
            #expect(try reader.count("select count(*) from note") == 3)
            #expect(try reader.count("select n from note where n > 9") == 0)
        }
    }

    @Test("Goes row by row, until the body has seen enough")
    func scan() throws {
        var seen: [Int] = []
        try connection.read { reader in
            try reader.each("select n from note order by n") { seen.append(try $0.integer(0)) }
            try reader.scan("select n from note order by n desc") { row in
                seen.append(try row.integer(0))
                return seen.last == 2 ? .enough : .more
            }
        }
        #expect(seen == [1, 2, 3, 3, 2])
    }

    @Test("Sees one state, whatever is committed meanwhile")
    func snapshot() throws {
        try connection.read { reader in
            #expect(try reader.count("select count(*) from note") == 3)
            try add()
            #expect(try reader.count("select count(*) from note") == 3)
        }
        #expect(try connection.count("select count(*) from note") == 4)
    }

    @Test("Keeps nothing open, even when its body throws in the middle of rows")
    func thrown() throws {
        #expect(throws: CancellationError.self) {
            try connection.read { reader in
                try reader.each("select n from note") { _ in throw CancellationError() }
            }
        }
        try add()
        #expect(try connection.count("select count(*) from note") == 4)
        try writer.script("pragma wal_checkpoint(truncate)")
        #expect(try size(of: "\(folder.path)/test.db-wal") == 0)
    }

    @Test("Is of no use after its body")
    func escaped() throws {
        let reader = try connection.read { $0 }
        let error = #expect(throws: SQLiteError.self) { try reader.count("select 1") }
        #expect(error?.message == "the transaction has ended already")
        #expect(throws: SQLiteError.self) {
            try connection.read { _ in try reader.count("select 1") }
        }
        let transaction = try writer.write { $0 }
        try writer.write { _ in
            #expect(throws: SQLiteError.self) { try transaction.run("delete from note") }
            #expect(throws: SQLiteError.self) { try transaction.script("delete from note") }
        }
    }

    @Test("A copy of its pages ends with it")
    func copies() throws {
        let copy = try connection.read { try PageCopy(of: $0, to: "\(folder.path)/copy.db") }
        #expect(throws: SQLiteError.self) { try copy.step(pages: 1) }
    }
}
