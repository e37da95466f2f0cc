import SQLite
import Testing
import Workbench

@Suite("Writes")
struct GroupCommitTests {
    @Test("Many at once are all done, in fewer commits than there are writes")
    func together() async throws {
        let folder = try TemporaryFolder()
        let database = Database(DatabaseOptions(path: "\(folder.path)/test.db"))
        try database.open()
        defer { database.close() }
        try await database.write { try $0.script("create table note (n integer not null) strict") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in 0..<500 {
                group.addTask {
                    try await database.write {
                        _ = try $0.run("insert into note (n) values (\(n))")
                    }
                }
            }
            try await group.waitForAll()
        }
        let count = try database.read(within: .seconds(5)) {
            try $0.count("select count(distinct n) from note")
        }
        #expect(count == 500)
        #expect(database.statistics.commits.values.counts.reduce(0, +) < 500)
    }
}
