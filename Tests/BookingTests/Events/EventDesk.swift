import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// A house with an admin who announces events. It is 15 January 2026, 9 o'clock and 2 seconds, UTC.
struct EventDesk {
    let house: House
    let admin: Person

    init(withdraw: Occasions.Withdrawal? = nil) async throws {
        var options = House.Options()
        options.withdrawOccasion =
            withdraw ?? { occasion, _, tx in
                try tx.run("insert into withdrawn values (\(occasion.id))")
            }
        house = try await House(options)
        try await house.database.write { tx in
            try tx.script("create table withdrawn (event text) strict")
        }
        admin = try await house.admin()
    }

    /// Announces an event with what has to be said of one, and these members besides or instead.
    func tryAnnounce(
        _ name: String = "Conference", _ others: JSON = [:], as person: Person? = nil
    ) async throws -> RawAnswer {
        let usual: [JSON.Member] = [
            .init("event_name", .string(name)), .init("event_venue", "Convention Center"),
            .init("event_date", "2026-02-01T09:00:00"), .init("event_availibility", 100),
        ]
        guard case .object(let members) = others else { throw CancellationError() }
        let rest = usual.filter { one in !members.contains { $0.name == one.name } }
        return try await house.ask(
            .post, "/events", .object(rest + members), as: person ?? admin)
    }

    func announce(_ name: String = "Conference", _ others: JSON = [:]) async throws -> JSON {
        let answer = try await tryAnnounce(name, others)
        return try #require(answer.status == 201 ? answer.json : nil, "\(answer.text)")
    }

    /// The id of an event that was announced so.
    func announced(_ name: String = "Conference", _ others: JSON = [:]) async throws -> String {
        guard case .string(let id)? = try await announce(name, others)["id"] else {
            throw CancellationError()
        }
        return id
    }

    /// As if places were booked.
    func book(_ places: Int, of id: String) async throws {
        try await house.take(places, of: id)
    }

    func change(
        _ id: String, _ change: JSON, _ fields: [(String, String)] = []
    ) async throws -> RawAnswer {
        try await house.ask(.patch, "/events/\(id)", change, as: admin, fields)
    }

    func cancel(_ id: String, _ fields: [(String, String)] = []) async throws -> RawAnswer {
        try await house.ask(.post, "/events/\(id)/cancel", as: admin, fields)
    }

    /// As everybody sees it.
    func see(_ id: String) async throws -> JSON? {
        try await house.ask(.get, "/events/\(id)").json
    }

    func names(_ query: String = "") async throws -> [String] {
        let answer = try await house.ask(.get, "/events\(query)")
        guard case .array(let list)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return list.compactMap {
            if case .string(let name)? = $0["event_name"] { name } else { nil }
        }
    }

    func total(_ query: String = "") async throws -> String? {
        try await house.ask(.get, "/events\(query)")["X-Total-Count"]
    }

    /// The events whose bookings were withdrawn.
    func withdrawn() throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all("select event from withdrawn") { try $0.text(0) }
        }
    }

    func countOfEvents() throws -> Int {
        try house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from occasion")
        }
    }

    /// What the journal tells of an event.
    func entries(_ id: String) throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all(
                "select kind from journal where stream = \("event/\(id)") order by seq"
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
