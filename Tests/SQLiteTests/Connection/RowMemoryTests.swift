import Chance
import Testing
import Workbench

@testable import SQLite

@Suite("A remembered row")
struct RowMemoryTests {
    private let folder: TemporaryFolder
    private let path: String
    private let connection: Connection
    /// The keys that were read, and not remembered.
    private let read = Notes<String>()

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/test.db"
        connection = try Connection(path, .create)
        try connection.script(
            """
            create table house (number integer primary key, owner text unique) strict;
            create table room (
                number integer primary key,
                name text not null unique,
                size integer not null check (size < 1000),
                house integer references house (number) on delete cascade on update cascade
            ) strict;
            create table wish (size integer not null) strict;
            create trigger fulfil after insert on wish begin update room set size = new.size; end;
            insert into house values (1, 'Ada'), (2, 'Bo');
            insert into room values (1, 'attic', 10, 1), (2, 'cellar', 20, 2), (3, 'hall', 30, null);
            """)
    }

    private var sizes: RememberedRows<Int> {
        RememberedRows(
            of: "room", question: { "select number, size, name from room where name = \($0)" },
            read: { [read] row in
                read.add(try row.text(2))
                return try row.integer(1)
            })
    }

    private func remembered(_ room: String) throws -> Int? {
        try connection.write { try $0.remembered(sizes, room) }
    }

    private static func size(_ room: String, _ reader: Reader) throws -> Int? {
        try reader.first("select size from room where name = \(room)") { try $0.integer(0) }
    }

    @Test("Is read once, in many transactions")
    func once() throws {
        for _ in 1...5 {
            try connection.write { tx in
                #expect(try tx.remembered(sizes, "attic") == 10)
                #expect(try tx.remembered(sizes, "cellar") == 20)
                try tx.run("insert into house (owner) values (null)")
            }
        }
        #expect(read.all == ["attic", "cellar"])
    }

    @Test("Is looked for each time where there is none")
    func none() throws {
        try connection.write { tx in
            #expect(try tx.remembered(sizes, "kitchen") == nil)
            try tx.run("insert into room (name, size) values ('kitchen', 5)")
            #expect(try tx.remembered(sizes, "kitchen") == 5)
        }
    }

    @Test("Is read again when it has changed, and no other one is")
    func changed() throws {
        try connection.write { tx in
            for room in ["attic", "cellar"] { _ = try tx.remembered(sizes, room) }
            try tx.run("update room set size = 11 where name = 'attic'")
            #expect(try tx.remembered(sizes, "attic") == 11)
            #expect(try tx.remembered(sizes, "cellar") == 20)
        }
        #expect(read.all == ["attic", "cellar", "attic"])
    }

    @Test(
        "Is right after each change, whatever makes it",
        arguments: [
            "update room set size = 99", "update room set name = 'loft' where number = 1",
            "delete from room where number = 1", "delete from room",
            "insert into wish values (77)", "delete from house where number = 1",
            "update house set number = 7 where number = 1",
            "insert into room values (1, 'attic', 3, 1) on conflict do update set size = 57",
        ] as [SQL])
    func everyWay(change: SQL) throws {
        _ = try remembered("attic")
        try connection.write { tx in
            try tx.run(change)
            let size = try RowMemoryTests.size("attic", tx)
            #expect(try tx.remembered(sizes, "attic") == size)
        }
        let size = try connection.read { try RowMemoryTests.size("attic", $0) }
        #expect(try remembered("attic") == size)
    }

    @Test("Is forgotten when somebody else has committed something")
    func others() throws {
        _ = try remembered("attic")
        let other = try Connection(path, .readWrite)
        try other.write { try $0.run("update room set size = 12 where name = 'attic'") }
        #expect(try remembered("attic") == 12)
    }

    @Test("Is forgotten with what is taken back")
    func takenBack() throws {
        #expect(throws: CancellationError.self) {
            try connection.write { tx in
                try tx.run("update room set size = 13")
                #expect(try tx.remembered(sizes, "attic") == 13)
                throw CancellationError()
            }
        }
        try connection.write { tx in
            #expect(try tx.remembered(sizes, "attic") == 10)
            try connection.control(.mark)
            try tx.run("update room set size = 14")
            #expect(try tx.remembered(sizes, "attic") == 14)
            try connection.control(.undo)
            try connection.control(.keep)
            #expect(try tx.remembered(sizes, "attic") == 10)
            // A statement that fails takes back what it has changed by itself.
            #expect(throws: SQLiteError.self) {
                try tx.run("update room set size = size * 40 where number < 4")
            }
            #expect(try tx.remembered(sizes, "attic") == 10)
        }
    }

    @Test("Is forgotten when the table is another one")
    func anew() throws {
        _ = try remembered("attic")
        try connection.script(
            """
            drop table room;
            create table room (number integer primary key, name text, size integer);
            """)
        #expect(try remembered("attic") == nil)
    }

    @Test("Is never another one than what is read, whatever happens in whatever order")
    func anyOrder() throws {
        let other = try Connection(path, .readWrite)
        var chance = SeededGenerator(seed: 27)
        let rooms = ["attic", "cellar", "hall", "kitchen"]
        var wrong = 0
        for _ in 1...400 {
            if chance.below(4) == 0 {
                let room = chance.pick(rooms)
                try other.write {
                    try $0.run("update room set size = size + 1 where name = \(room)")
                }
            }
            let isTakenBack = chance.below(3) == 0
            do {
                try connection.write { tx in
                    for _ in 0..<chance.below(6) {
                        let room = chance.pick(rooms)
                        switch chance.below(4) {
                        case 0: try tx.run("update room set size = size + 1 where name = \(room)")
                        case 1: try tx.run("delete from room where name = \(room)")
                        case 2:
                            try tx.run(
                                "insert or ignore into room (name, size) values (\(room), 1)")
                        default: break
                        }
                        let asked = chance.pick(rooms)
                        let known = try tx.remembered(sizes, asked)
                        if try known != RowMemoryTests.size(asked, tx) { wrong += 1 }
                    }
                    if isTakenBack { throw CancellationError() }
                }
            } catch is CancellationError {}
        }
        #expect(wrong == 0)
        #expect(read.all.count > 50)
    }
}
