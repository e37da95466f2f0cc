import Booking
import Posix
import SQLite
import Web

/// Which deliveries somebody at a terminal wants to see, or to have tried again.
struct DeliveryWish {
    private let search: DeliverySearch
    private let id: String?
    let isRetry: Bool

    init(_ arguments: Arguments) throws(CommandFailure) {
        id = arguments.value(of: "retry")
        let isOfDead = arguments.has("retry-dead")
        isRetry = id != nil || isOfDead
        guard id == nil || !isOfDead else {
            throw CommandFailure(
                line: "--retry and --retry-dead don't go together", exitCode: .usage)
        }
        let limit = try DeliveryWish.limit(arguments.value(of: "limit") ?? "50")
        search = DeliverySearch(
            state: try isOfDead ? .dead : DeliveryWish.state(arguments.value(of: "state")),
            channel: arguments.value(of: "channel"), bookingID: nil,
            page: Page(
                number: 1, limit: isOfDead ? RetryOrders.most : limit, isEnveloped: false))
    }

    private static func state(_ text: String?) throws(CommandFailure) -> DeliveryState? {
        guard let text else { return nil }
        guard let state = DeliveryState(rawValue: text) else {
            throw CommandFailure(
                line: "--state is pending, delivered or dead, not \(text.debugDescription)",
                exitCode: .usage)
        }
        return state
    }

    private static func limit(_ text: String) throws(CommandFailure) -> Int {
        guard let limit = Int(digits: text), (1...10_000).contains(limit) else {
            throw CommandFailure(line: "--limit is a number from 1 to 10000", exitCode: .usage)
        }
        return limit
    }

    /// Looks into a database that a server may have.
    func deliveries(in path: String) throws(CommandFailure) -> [Delivery] {
        try CurrentDatabase.requireFile(at: path)
        do {
            let connection = try Connection(path, .readOnly)
            try CurrentDatabase.requireShape(of: connection)
            return try connection.read(within: .seconds(30)) { reader in
                guard let id else { return try Deliveries.all(search, reader) }
                guard let one = try Deliveries.one(id, reader) else {
                    throw CommandFailure(line: "there is no delivery \(id)")
                }
                return [one]
            }
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
