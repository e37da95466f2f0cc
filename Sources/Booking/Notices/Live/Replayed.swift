import HTTP
import SQLite
import Web

/// What somebody has missed who begins to listen: as a host the new bookings that they have not read, and where a
/// stream goes on, what has happened since it ended.
struct Replayed: Sendable {
    /// Whoever has missed more is told the newest of it, and to look at the lists.
    private static let most = 1_000
    /// So many are on their way at once.
    private static let atOnce = 40
    /// Looking for them goes through all bookings of what somebody leads.
    private static let searchTime = Duration.seconds(10)

    let listener: Listener
    let account: String
    /// Up to which entry it reaches.
    let place: Int
    let database: Database
    let notices: HostNotices

    /// - Parameter seq: The last entry that the client knows; nil where it comes for the first time.
    func begin(after seq: Int?, _ log: Log) {
        Task {
            do {
                try await run(after: seq)
            } catch {
                log.error("missed notices can't be read", ["error": "\(error)"])
                listener.end(.later)
            }
        }
    }

    private func run(after seq: Int?) async throws {
        var missed = try await find(after: seq)[...]
        if missed.count > Replayed.most {
            missed = missed.suffix(Replayed.most)
            let first = missed.first ?? place
            guard await listener.tell([LiveNotice(seq: first - 1, json: LiveMessage.reload)])
            else { return }
        }
        while !missed.isEmpty {
            let part = missed.prefix(Replayed.atOnce)
            missed = missed.dropFirst(Replayed.atOnce)
            guard await listener.tell(try compose(part)) else { return }
        }
        listener.goLive(from: place)
    }

    /// The places of the entries, the oldest in front: up to one more than are told.
    private func find(after seq: Int?) async throws -> [Int] {
        try await database.readAside(within: Replayed.searchTime) { [self] reader in
            guard let seq else {
                return try notices.unread(upTo: place, limit: Replayed.most + 1, reader)
            }
            return try LiveEntry.missed(
                by: account, after: seq, upTo: place, limit: Replayed.most + 1, notices, reader)
        }
    }

    private func compose(_ seqs: ArraySlice<Int>) throws -> [LiveNotice] {
        try database.read(within: Replayed.searchTime) { reader in
            try LiveEntry.entries(seqs, reader).flatMap {
                try LiveNotice.all(of: $0, for: account, reader)
            }
        }
    }
}
