import Foundation
import Time
import Workbench

@testable import SQLite

/// A database file of a test's own, open for writing.
struct TestFile {
    let folder: TemporaryFolder
    let connection: Connection

    /// The moment at which tests migrate, unless they say another.
    static let noon = Instant(seconds: 1_767_268_800)

    init() throws {
        folder = try TemporaryFolder()
        connection = try Connection("\(folder.path)/test.db", .create)
    }

    /// One that has been given some migrations.
    init(_ migrations: [Migration]) throws {
        try self.init()
        try Migrator(migrations).migrate(connection, at: TestFile.noon)
    }

    var path: String { connection.path }

    var content: DatabaseContent {
        get throws { try DatabaseContent(of: connection) }
    }

    /// The migrations that it lists.
    var applied: [AppliedMigration] {
        get throws { try connection.read { try MigrationTable.rows($0) } }
    }

    var applicationID: Int {
        get throws { try connection.read { try $0.count("pragma application_id") } }
    }
}
