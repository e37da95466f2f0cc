import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// A house with an admin who offers services, and with appointments in a table of their own, as bookings
/// will have them.
struct ServiceDesk {
    let house: House
    let admin: Person

    init(withdraw: Services.Withdrawal? = nil) async throws {
        var options = House.Options()
        options.claims = { service, interval, reader in
            try reader.all(
                """
                select starts, ends
                from appointment
                where service = \(service) and ends > \(interval.start)
                    and starts < \(interval.end)
                """
            ) { Interval(try $0.instant(0), try $0.instant(1)) }
        }
        options.withdraw =
            withdraw ?? { service, _, tx in
                try tx.run("delete from appointment where service = \(service.id)")
            }
        house = try await House(options)
        try await house.database.write { tx in
            try tx.script("create table appointment (service text, starts int, ends int) strict")
        }
        admin = try await house.admin()
    }

    /// Offers a service with what has to be said of one, and these members besides or instead.
    func offer(_ title: String = "Massage", _ others: JSON = [:]) async throws -> JSON {
        let answer = try await tryOffer(title, others)
        return try #require(answer.status == 201 ? answer.json : nil, "\(answer.text)")
    }

    func tryOffer(_ title: String = "Massage", _ others: JSON = [:]) async throws -> RawAnswer {
        let usual: [JSON.Member] = [
            .init("title", .string(title)), .init("price", .integer(45)),
            .init("duration_minutes", .integer(60)),
        ]
        guard case .object(let members) = others else { throw CancellationError() }
        let rest = usual.filter { one in !members.contains { $0.name == one.name } }
        return try await house.ask(.post, "/services", .object(rest + members), as: admin)
    }

    func id(_ service: JSON) throws -> String {
        guard case .string(let id)? = service["id"] else { throw CancellationError() }
        return id
    }

    /// Puts an appointment into the table.
    func book(_ service: String, _ start: String, _ end: String) async throws {
        let (start, end) = (
            try #require(Instant(rfc3339: start)), try #require(Instant(rfc3339: end))
        )
        _ = try await house.database.write { tx in
            try tx.run("insert into appointment values (\(service), \(start), \(end))")
        }
    }

    func countOfAppointments() throws -> Int {
        try house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from appointment")
        }
    }

    /// The titles of a list, which says how many there are.
    func titles(_ query: String = "", as person: Person? = nil) async throws -> [String] {
        let answer = try await house.ask(.get, "/services\(query)", as: person)
        guard case .array(let list)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        if !query.contains("page") && !query.contains("limit") {
            #expect(answer["X-Total-Count"] == "\(list.count)")
        }
        return list.compactMap { if case .string(let title)? = $0["title"] { title } else { nil } }
    }

    /// The starts of free appointments.
    func starts(_ service: String, _ query: String) async throws -> [String] {
        let answer = try await house.ask(.get, "/services/\(service)/availability\(query)")
        guard case .array(let slots)? = answer.json?["slots"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return slots.compactMap {
            if case .string(let start)? = $0["start_time"] { start } else { nil }
        }
    }

    /// Replays the journal and compares.
    func verify() throws {
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }
}
