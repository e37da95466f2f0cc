import JSON
import SQLite

/// The table of services.
enum ServiceStore {
    // MARK: What entries make

    static func insert(_ facts: ServiceFacts, _ head: EntryHead, _ tables: ReadTables) throws {
        let timing = facts.timing
        try tables.run(
            """
            insert into service (
                number, id, title, description, price, currency, status, duration, buffer, lead,
                step, hours, rating_count, rating_sum, created_at, updated_at, version
            )
            values (
                \(head.seq), \(head.id), \(facts.title), \(facts.description), \(facts.price),
                \(facts.currency), \(facts.status), \(timing.duration), \(timing.buffer),
                \(timing.lead), \(timing.step), \(text(of: timing.hours)), 0, 0, \(head.at),
                \(head.at), \(head.version)
            )
            """)
        try tables.run(
            """
            insert into service_text (rowid, number, title, description)
            values (\(head.seq), \(head.seq), \(facts.title), \(facts.description))
            """)
        try count(facts.status, tables)
    }

    static func update(_ facts: ServiceFacts, _ head: EntryHead, _ tables: ReadTables) throws {
        try recount(facts.status, head, tables)
        let timing = facts.timing
        try tables.run(
            """
            update service
            set
                title = \(facts.title), description = \(facts.description),
                price = \(facts.price), currency = \(facts.currency), status = \(facts.status),
                duration = \(timing.duration), buffer = \(timing.buffer), lead = \(timing.lead),
                step = \(timing.step), hours = \(text(of: timing.hours)),
                updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
        try tables.run(
            """
            update service_text
            set title = \(facts.title), description = \(facts.description)
            where rowid = (select number from service where id = \(head.id))
            """)
    }

    /// Bookings of it stay, so the row does.
    static func setDeleted(_ head: EntryHead, _ tables: ReadTables) throws {
        try recount(.deleted, head, tables)
        try tables.run(
            """
            update service
            set status = 'deleted', updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
        try tables.run(
            """
            delete from service_text
            where rowid = (select number from service where id = \(head.id))
            """)
    }

    /// Others think something of it, or not any more: so many ratings, and their sum. That is no change of the
    /// service.
    static func rate(
        _ id: String, by count: Int, _ sum: Int, _ tables: ReadTables
    ) throws {
        try tables.run(
            """
            update service
            set rating_count = rating_count + \(count), rating_sum = rating_sum + \(sum)
            where id = \(id)
            """)
    }

    /// Counts a service under the status that it gets, and not under the one it has.
    private static func recount(
        _ status: Service.Status, _ head: EntryHead, _ tables: ReadTables
    ) throws {
        try tables.run(
            """
            update service_count
            set number = number - 1
            where status = (select status from service where id = \(head.id))
            """)
        try count(status, tables)
    }

    private static func count(_ status: Service.Status, _ tables: ReadTables) throws {
        try tables.run(
            """
            insert into service_count (status, number)
            values (\(status), 1)
            on conflict (status) do update
            set number = number + 1
            """)
    }

    private static func text(of hours: ServiceHours?) -> String? {
        hours.map { String(decoding: ServiceHours.recorded.bytes(of: $0), as: UTF8.self) }
    }

    // MARK: Reading

    /// One that isn't deleted.
    static func service(_ id: String, _ reader: Reader) throws -> Service? {
        try reader.first(
            """
            select \(columns)
            from service
            where id = \(id) and status <> 'deleted'
            """, service)
    }

    /// The number of a service, be it deleted by now.
    static func number(of id: String, _ reader: Reader) throws -> Int? {
        try reader.first("select number from service where id = \(id)") { try $0.integer(0) }
    }

    static let columns: SQL = """
        service.id, service.title, service.description, service.price, service.currency,
        service.status, service.duration, service.buffer, service.lead, service.step,
        service.hours, service.rating_count, service.rating_sum, service.created_at,
        service.updated_at, service.version
        """

    static func service(_ row: borrowing Row) throws -> Service {
        Service(
            id: try row.text(0), facts: try facts(row), ratingCount: try row.integer(11),
            ratingSum: try row.integer(12), createdAt: try row.instant(13),
            updatedAt: try row.instant(14), version: try row.integer(15))
    }

    private static func facts(_ row: borrowing Row) throws -> ServiceFacts {
        ServiceFacts(
            title: try row.text(1), description: try row.text(2), price: try row.integer(3),
            currency: try row.text(4),
            // What can't be read can't be booked.
            status: Service.Status(rawValue: try row.text(5)) ?? .inactive,
            timing: ServiceTiming(
                duration: try row.integer(6), buffer: try row.integer(7),
                lead: try row.integer(8), step: try row.integerIfAny(9),
                hours: try row.textIfAny(10).map(hours)))
    }

    private static func hours(_ text: String) throws -> ServiceHours {
        var faults = Faults()
        guard let hours = ServiceHours.recorded.read(try JSON.parse(text), &faults) else {
            throw UnreadablePayload(faults.all)
        }
        return hours
    }
}
