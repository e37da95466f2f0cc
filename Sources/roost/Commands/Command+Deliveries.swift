import Booking
import Posix
import SQLite
import Time
import Web

extension Command {
    /// `roost deliveries`
    static let deliveries = Command(
        name: "deliveries",
        summary: "Lists what was told to whom, and tries again what failed; also while serve runs.",
        flags: [
            Flag(
                "state", value: .required("STATE"),
                "Only what is pending, delivered or dead: given up."),
            Flag("channel", value: .required("NAME"), "Only what is told by mail, webhook, crm …"),
            Flag("limit", value: .required("NUMBER"), "How many at most, 50 otherwise."),
            Flag("retry", value: .required("ID"), "Tries this one again at once."),
            Flag(
                "retry-dead", "Tries all again that were given up, of the channel if one is said."),
        ],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            let wanted = try DeliveryWish(arguments)
            let found = try wanted.deliveries(in: configuration.databaseFile)
            guard wanted.isRetry else {
                surroundings.say(DeliveryTable(found).text)
                return
            }
            guard !found.isEmpty else {
                surroundings.say("there is nothing to try again\n")
                return
            }
            try await retry(found.map(\.id), configuration)
            surroundings.say("\(found.count) will be tried again\n")
        })

    /// By the server that has the database, or for the next one.
    private static func retry(
        _ ids: [String], _ configuration: Configuration
    ) async throws(CommandFailure) {
        let path = File.target(of: configuration.databaseFile)
        do {
            guard try LockFile.owner(of: path) != nil else {
                return try await retryAlone(ids, configuration)
            }
            let orders = RetryOrders(besideDatabase: path)
            guard !orders.areWaiting else {
                throw CommandFailure(line: "another order is waiting; try again in a second")
            }
            try orders.place(ids)
            for _ in 0..<100 where orders.areWaiting {
                try await Task.sleep(for: .milliseconds(100))
            }
            guard !orders.areWaiting else {
                throw CommandFailure(
                    line: "the server that has \(path) has not taken the order yet; it will when "
                        + "it can")
            }
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }

    private static func retryAlone(
        _ ids: [String], _ configuration: Configuration
    ) async throws {
        let held = try HeldDatabase(configuration.databaseFile, for: "deliveries")
        try held.migrate()
        let assembly = try Assembly.silent(configuration)
        try assembly.database.open()
        defer { assembly.database.close() }
        for id in ids {
            do {
                try await assembly.telling.deliveries.retry(id)
            } catch let problem as Problem {
                throw CommandFailure(line: "\(id): \(problem.detail)")
            }
        }
    }
}
