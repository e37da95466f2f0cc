import HTTP
import JSON
import SQLite
import Testing
import Workbench

@testable import Booking

/// A house with an admin who makes roles under keys: of all that can be created, they need the least.
struct RetryDesk: Sendable {
    let house: House
    let admin: Person

    init(_ options: House.Options = .init()) async throws {
        house = try await House(options)
        admin = try await house.admin()
    }

    private init(_ house: House, _ admin: Person) {
        self.house = house
        self.admin = admin
    }

    func restarted(_ options: House.Options = .init()) async throws -> RetryDesk {
        RetryDesk(try await house.restarted(options), admin)
    }

    /// Makes a role, under a key where one is given.
    func make(
        _ name: String, key: String? = nil, as person: Person? = nil
    ) async throws -> RawAnswer {
        try await house.ask(
            .post, "/roles", ["name": .string(name)], as: person ?? admin,
            key.map { [("Idempotency-Key", $0)] } ?? [])
    }

    func outcome(_ name: String, key: String? = nil, as person: Person? = nil) async throws
        -> String
    {
        let answer = try await make(name, key: key, as: person)
        let replayed = answer["Idempotency-Replayed"].map { " replayed \($0)" } ?? ""
        return house.outcome(answer) + replayed
    }

    /// The roles that aren't built in.
    func roles() throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all("select name from role where is_built_in = 0 order by name") {
                try $0.text(0)
            }
        }
    }
}
