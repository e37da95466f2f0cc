import Migrations
import SQLite
import Testing
import Time
import Workbench

@testable import roost

@Suite("roost deliveries")
struct DeliveriesCommandTests {
    private let desk: OperatorDesk

    /// Two that were given up, and one that waits.
    init() async throws {
        desk = try OperatorDesk()
        _ = await desk.run("migrate")
        try desk.change(
            """
            insert into notice_lane (name, seq)
            values ('crm', 0);

            insert into delivery (
                number, id, lane, channel, kind, target, state, attempts, first_attempt_at,
                next_attempt_at, last_error, created_at, done_at
            )
            values
                (1, 'd1', 'crm', 'crm', 'booking.placed', 'crm', 'dead', 17, 1, null,
                    'status' || char(27) || ' 500', 1767268800000, 2),
                (2, 'd2', 'crm', 'crm', 'booking.placed', 'crm', 'pending', 1, 1, 9000000000000,
                    'nobody is there', 1767268800000, null),
                (3, 'd3', 'mail', 'mail', 'letter', 'user/a', 'dead', 1, 1, null,
                    'no such user', 1767268800000, 2);
            """)
    }

    @Test("Lists what there is, without what a terminal would obey")
    func list() async throws {
        #expect(await desk.run("deliveries") == .success)
        let lines = desk.transcript.said.split(separator: "\n").suffix(4)
        #expect(lines.first?.hasPrefix("ID  CREATED") == true)
        #expect(lines.dropFirst().map { String($0.prefix(2)) } == ["d3", "d2", "d1"])
        #expect(lines.last?.hasSuffix("17     –                         status  500") == true)
    }

    @Test("Lists only what is asked for")
    func some() async throws {
        #expect(await desk.run("deliveries --state dead --channel mail") == .success)
        let lines = desk.transcript.said.split(separator: "\n").suffix(2)
        #expect(lines.map { String($0.prefix(2)) } == ["ID", "d3"])
        #expect(await desk.run("deliveries --state lost") == .usage)
        #expect(await desk.run("deliveries --limit 0") == .usage)
        #expect(await desk.run("deliveries --retry d1 --retry-dead") == .usage)
        #expect(await desk.run("deliveries --retry d9") == .failure)
    }

    @Test("Has one tried again, or all of a channel that were given up")
    func retry() async throws {
        #expect(await desk.run("deliveries --retry d1") == .success)
        #expect(try states == ["d1 pending", "d2 pending", "d3 dead"])
        #expect(await desk.run("deliveries --retry-dead --channel crm") == .success)
        #expect(desk.transcript.said.hasSuffix("there is nothing to try again\n"))
        // Nobody is told by mail here: there is no lane.
        #expect(await desk.run("deliveries --retry-dead") == .failure)
        #expect(
            desk.transcript.complained.contains {
                $0.hasPrefix("d3: Nobody is told in this way any more")
            })
    }

    private var states: [String] {
        get throws { try desk.ask("select id || ' ' || state from delivery order by number") }
    }
}
