import JSON
import SQLite
import Synchronization
import Testing
import Time
import Workbench

@testable import Booking

/// A house in which people give classes. It is 15 January 2026, 9 o'clock and 2 seconds, UTC.
struct Gym {
    let house: House
    /// Gives the classes.
    let asha: Person
    /// The occasions whose bookings were to be withdrawn.
    let withdrawn = Notes<String>()

    init() async throws {
        var options = House.Options()
        options.withdrawOccasion = { [withdrawn] occasion, _, _ in withdrawn.add(occasion.id) }
        house = try await House(options)
        asha = try await house.person("asha")
    }

    /// Gives a class with what has to be said of one, and these members besides or instead.
    func tryGive(
        _ name: String = "Yoga", _ others: JSON = [:], as person: Person? = nil
    ) async throws -> RawAnswer {
        let usual: [JSON.Member] = [
            .init("name", .string(name)), .init("schedule", "2026-02-01T10:00:00+05:30"),
            .init("slots", .integer(10)),
        ]
        guard case .object(let members) = others else { throw CancellationError() }
        let rest = usual.filter { one in !members.contains { $0.name == one.name } }
        return try await house.ask(
            .post, "/classes", .object(rest + members), as: person ?? asha)
    }

    func give(_ name: String = "Yoga", _ others: JSON = [:]) async throws -> JSON {
        let answer = try await tryGive(name, others)
        return try #require(answer.status == 201 ? answer.json : nil, "\(answer.text)")
    }

    func id(_ one: JSON) throws -> String {
        guard case .string(let id)? = one["id"] else { throw CancellationError() }
        return id
    }

    /// As if places were booked.
    func book(_ places: Int, of id: String) async throws {
        try await house.take(places, of: id)
    }

    func change(
        _ id: String, _ change: JSON, as person: Person? = nil, _ fields: [(String, String)] = []
    ) async throws -> RawAnswer {
        try await house.ask(.patch, "/classes/\(id)", change, as: person ?? asha, fields)
    }

    func list(_ query: String = "") async throws -> RawAnswer {
        try await house.ask(.get, "/classes\(query)", as: asha)
    }

    func names(_ query: String = "") async throws -> [String] {
        let answer = try await list(query)
        guard case .array(let items)? = answer.json?["items"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return items.compactMap { if case .string(let name)? = $0["name"] { name } else { nil } }
    }

    /// How many there are in all, as a list says it.
    func total(_ query: String = "") async throws -> JSON? {
        try await list(query).json?["total"]
    }

    /// Replays the journal and compares.
    func verify() throws {
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }

    func entries(_ stream: String) throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all("select kind from journal where stream = \(stream) order by seq") {
                try $0.text(0)
            }
        }
    }
}
