import Testing
import Workbench

@testable import SQLite

@Suite("A remembered count")
struct CountMemoryTests {
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

    private func add(_ n: Int) throws {
        try writer.write { try $0.run("insert into note (n) values (\(n))") }
    }

    /// How many notes are above a number, asked as lists ask it: behind their rows.
    private func count(above n: Int, _ connection: Connection) throws -> Int {
        try connection.read { try CountMemoryTests.count(above: n, $0) }
    }

    private static func count(above n: Int, _ reader: Reader) throws -> Int {
        _ = try reader.first("select n from note limit 1") { try $0.integer(0) }
        return try reader.rememberedCount("select count(*) from note where n > \(n)")
    }

    @Test("Is right after each change, whoever makes it")
    func changes() throws {
        for n in 4...9 {
            #expect(try count(above: 1, connection) == n - 2)
            #expect(try count(above: 1, connection) == n - 2)
            #expect(try count(above: 1, writer) == n - 2)
            try add(n)
        }
    }

    @Test("Is another one for other values")
    func values() throws {
        for _ in 1...2 {
            #expect(try count(above: 0, connection) == 3)
            #expect(try count(above: 1, connection) == 2)
            #expect(try count(above: 2, connection) == 1)
        }
    }

    @Test("Is that of the state which its transaction sees")
    func snapshot() throws {
        try connection.read { reader in
            #expect(try CountMemoryTests.count(above: 0, reader) == 3)
            try add(4)
            #expect(try CountMemoryTests.count(above: 0, reader) == 3)
            #expect(try CountMemoryTests.count(above: 1, reader) == 2)
        }
        #expect(try count(above: 0, connection) == 4)
        #expect(try count(above: 1, connection) == 3)
    }

    @Test("Sees what its own transaction writes, and forgets it when that is undone")
    func ownChanges() throws {
        struct Undone: Error {}
        #expect(throws: Undone.self) {
            try writer.write { tx in
                #expect(try CountMemoryTests.count(above: 0, tx) == 3)
                try tx.run("insert into note (n) values (4)")
                #expect(try CountMemoryTests.count(above: 0, tx) == 4)
                throw Undone()
            }
        }
        #expect(try count(above: 0, writer) == 3)
    }

    @Test("Isn't counted anew while nothing changes")
    func memory() throws {
        var steps = 0
        let counted = try connection.read { reader in
            _ = try reader.first("select n from note limit 1") { try $0.integer(0) }
            let question: SQL = "select count(*) from note"
            return try (1...3).map { _ in
                try connection.counts.count(question) {
                    steps += 1
                    return try reader.count(question)
                }
            }
        }
        #expect(counted == [3, 3, 3])
        #expect(steps == 1)
    }

    @Test("Is right as the first question of its transaction, too")
    func first() throws {
        let question: SQL = "select count(*) from note"
        #expect(try connection.read { try $0.rememberedCount(question) } == 3)
        try add(4)
        #expect(try connection.read { try $0.rememberedCount(question) } == 4)
    }

    @Test("Is one of few, however many are asked for")
    func capacity() throws {
        for n in 0..<200 { #expect(try count(above: n, connection) == max(0, 3 - n)) }
        for n in 0..<200 { #expect(try count(above: n, connection) == max(0, 3 - n)) }
    }
}
