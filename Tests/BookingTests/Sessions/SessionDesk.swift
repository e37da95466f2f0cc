import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// A house in which facilitators lead sessions. It is 15 January 2026, 9 o'clock and 2 seconds, UTC.
struct SessionDesk {
    let house: House
    /// Leads the sessions.
    let fay: Person

    init(withdraw: Occasions.Withdrawal? = nil) async throws {
        var options = House.Options()
        options.withdrawOccasion =
            withdraw ?? { occasion, _, tx in
                try tx.run("insert into withdrawn values (\(occasion.id))")
            }
        house = try await House(options)
        try await house.database.write { tx in
            try tx.script("create table withdrawn (session text) strict")
        }
        fay = try await house.person("fay", role: "facilitator")
    }

    /// Gives a session with what has to be said of one, and these members besides or instead.
    func tryGive(
        _ title: String = "Meditation", _ others: JSON = [:], as person: Person? = nil
    ) async throws -> RawAnswer {
        let usual: [JSON.Member] = [
            .init("title", .string(title)), .init("session_type", "session"),
            .init("start_time", "2026-02-01T09:00:00"), .init("end_time", "2026-02-01T10:00:00"),
        ]
        guard case .object(let members) = others else { throw CancellationError() }
        let rest = usual.filter { one in !members.contains { $0.name == one.name } }
        return try await house.ask(
            .post, "/sessions", .object(rest + members), as: person ?? fay)
    }

    func give(_ title: String = "Meditation", _ others: JSON = [:]) async throws -> JSON {
        let answer = try await tryGive(title, others)
        return try #require(
            answer.status == 201 ? answer.json?["session"] : nil, "\(answer.text)")
    }

    /// The id of a session that was given so.
    func given(_ title: String = "Meditation", _ others: JSON = [:]) async throws -> String {
        guard case .string(let id)? = try await give(title, others)["id"] else {
            throw CancellationError()
        }
        return id
    }

    /// As if places were booked.
    func book(_ places: Int, of id: String) async throws {
        try await house.take(places, of: id)
    }

    func change(
        _ id: String, _ change: JSON, as person: Person? = nil, _ fields: [(String, String)] = []
    ) async throws -> RawAnswer {
        try await house.ask(.patch, "/sessions/\(id)", change, as: person ?? fay, fields)
    }

    func see(_ id: String) async throws -> JSON? {
        try await house.ask(.get, "/sessions/\(id)", as: fay).json
    }

    /// The titles of a list, which says how many there are.
    func titles(_ path: String = "/sessions", as person: Person? = nil) async throws -> [String] {
        let answer = try await house.ask(.get, path, as: person ?? fay)
        guard case .array(let list)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return list.compactMap { if case .string(let title)? = $0["title"] { title } else { nil } }
    }

    func total(_ path: String) async throws -> String? {
        try await house.ask(.get, path, as: fay)["X-Total-Count"]
    }

    /// The sessions whose bookings were withdrawn.
    func withdrawn() throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all("select session from withdrawn") { try $0.text(0) }
        }
    }

    func countOfSessions() throws -> Int {
        try house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from occasion")
        }
    }

    /// What the journal tells of a session.
    func entries(_ id: String) throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all(
                "select kind from journal where stream = \("session/\(id)") order by seq"
            ) { try $0.text(0) }
        }
    }

    /// Replays the journal and compares.
    func verify() throws {
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }
}
