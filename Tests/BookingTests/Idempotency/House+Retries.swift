import SQLite
import Time

@testable import Booking

extension House.Options {
    func idempotency(_ database: Database, _ clock: Clock) throws -> Idempotency {
        try Idempotency(
            database: database, clock: clock, key: Array(retryKeys.key.utf8),
            previousKey: retryKeys.previous.map { Array($0.utf8) }, limits: retries)
    }
}

extension House {
    /// The same house after a restart of its server.
    func restarted(_ options: Options = Options()) async throws -> House {
        database.close()
        var options = options
        options.folder = folder
        return try await House(options)
    }

    /// How many answers are kept.
    func countOfKept() throws -> Int {
        try database.read(within: .seconds(5)) {
            try $0.count("select count(*) from kept_answer")
        }
    }
}
