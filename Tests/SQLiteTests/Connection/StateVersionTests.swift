import Testing
import Workbench

@testable import SQLite

@Suite("The state that a reader sees")
struct StateVersionTests {
    private let folder: TemporaryFolder
    private let path: String
    private let writer: Connection
    private let connection: Connection

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/test.db"
        writer = try Connection(path, .create)
        try writer.script("create table note (n integer) strict; insert into note (n) values (1)")
        connection = try Connection(path, .readOnly)
    }

    private func add() throws {
        try writer.write { try $0.run("insert into note (n) values (2)") }
    }

    private func state() throws -> StateVersion? { try connection.read { try $0.state } }

    @Test("Is the same while nothing is committed, and another behind each commit")
    func commits() throws {
        var seen: [StateVersion?] = []
        for _ in 1...5 {
            let before = try state()
            #expect(before != nil)
            #expect(try state() == before)
            #expect(!seen.contains(before))
            seen.append(before)
            try add()
        }
    }

    @Test("Stays what it is within a transaction, whatever is committed meanwhile")
    func snapshot() throws {
        try connection.read { reader in
            let before = try reader.state
            try add()
            #expect(try reader.state == before)
            #expect(try reader.count("select count(*) from note") == 1)
        }
        #expect(try connection.read { try $0.count("select count(*) from note") } == 2)
    }

    @Test("Is the one that the questions before and behind it see")
    func order() throws {
        let before = try state()
        let behind = try connection.read { reader in
            _ = try reader.count("select count(*) from note")
            return try reader.state
        }
        #expect(before == behind)
    }

    @Test("Is none where the transaction itself has written")
    func written() throws {
        try writer.write { tx in
            try tx.run("insert into note (n) values (3)")
            #expect(try tx.state == nil)
        }
    }

    @Test("Is never that of another connection")
    func connections() throws {
        let other = try Connection(path, .readOnly)
        #expect(try other.read { try $0.state } != state())
        let mine = try state()
        #expect(try other.read { try $0.state }?.connection != mine?.connection)
    }
}
