import Glibc
import Posix
import SQLite
import Synchronization
import Testing
import Workbench

@Suite("Reading")
struct ReadingTests {
    @Test("Sees one state, whatever is committed meanwhile")
    func snapshot() async throws {
        let live = try await LiveDatabase()
        try await live.add(1)
        let (hold, reading) = await live.holdReader()
        try await live.add(2)
        hold.release()
        #expect(try await reading.value == [1, 1])
        #expect(try live.notes == [1, 2])
    }

    @Test("May be done while rows of another read are read")
    func nested() async throws {
        let live = try await LiveDatabase()
        try await LiveDatabase.each(1..<4) { _ = try await live.add($0) }
        let sums = try live.database.read(within: .seconds(60)) { reader in
            try reader.all("select n from note order by n") { row in
                try row.integer(0) + live.notes.reduce(0, +)
            }
        }
        #expect(sums == [7, 8, 9])
    }

    @Test("That was interrupted leaves its connection in order")
    func interrupted() async throws {
        let live = try await LiveDatabase()
        try await live.add(1)
        for _ in 1...3 {
            #expect(throws: SQLiteError.self) {
                try live.database.read(within: .milliseconds(1)) { try $0.count(Endless.question) }
            }
            #expect(try live.notes == [1])
        }
    }

    @Test("Aside is done on another thread, within its time, and what goes wrong is told")
    func aside() async throws {
        let live = try await LiveDatabase()
        try await live.add(1)
        let here = pthread_self()
        let (notes, isElsewhere) = try await live.database.readAside(within: .seconds(60)) {
            (try $0.count("select count(*) from note"), pthread_equal(here, pthread_self()) == 0)
        }
        #expect(notes == 1)
        #expect(isElsewhere)
        let error = await #expect(throws: SQLiteError.self) {
            try await live.database.readAside(within: .milliseconds(1)) {
                try $0.count(Endless.question)
            }
        }
        #expect(error?.kind == .interrupted)
    }

    @Test("Needs a file")
    func missing() throws {
        let folder = try TemporaryFolder()
        let database = Database(DatabaseOptions(path: "\(folder.path)/test.db"))
        let error = #expect(throws: SQLiteError.self) {
            try database.read(within: .seconds(1)) { _ in }
        }
        #expect(error?.kind == .cannotOpen)
    }

    @Test("By eight threads beside those who write sees only whole changes")
    func threads() async throws {
        let live = try await LiveDatabase()
        try await live.database.write { tx in
            try tx.script(
                """
                create table account (id integer primary key, money integer not null) strict;
                insert into account (id, money) values (0, 500), (1, 500), (2, 500), (3, 500);
                """)
        }
        let isOver = Stop()
        let sums = Notes<Int>()
        let threads = try (0..<8).map { _ in
            try OwnThread {
                while !isOver.isTrue.load(ordering: .relaxed) {
                    let sum = try? live.database.read(within: .seconds(60)) { reader in
                        try reader.count("select sum(money) from account")
                            + reader.count("select count(*) from account") - 4
                    }
                    if sum != 2_000 { sums.add(sum ?? -1) }
                }
            }
        }
        try await LiveDatabase.each(0..<300) { n in
            try await live.database.write { tx in
                try tx.run("update account set money = money - \(n) where id = \(n % 4)")
                try tx.run("update account set money = money + \(n) where id = \((n + 1) % 4)")
            }
        }
        isOver.isTrue.store(true, ordering: .relaxed)
        try await OwnThread.run { for thread in threads { thread.join() } }
        #expect(sums.all == [])
    }

    private final class Stop: Sendable {
        let isTrue = Atomic(false)
    }
}
