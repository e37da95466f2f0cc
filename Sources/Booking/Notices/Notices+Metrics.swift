import SQLite
import Web

extension Notices {
    /// How far each lane is behind, what waits, and what became of attempts.
    package var metrics: [Metric] {
        [
            Metric(
                .gauge, "roost_notice_lag_entries",
                "Entries of the journal that a lane has not looked at."
            ) { [self] in lags },
            Metric(
                .gauge, "roost_notice_receiver_up", "Whether a lane's receiver seems to be there."
            ) { [self] in
                runners.map { Sample([("lane", $0.name)], $0.runner.lane.isOpen ? 1 : 0) }
            },
            Metric(.counter, "roost_notice_attempts_total", "Deliveries tried, by outcome.") {
                [desk] in
                desk.tallies.all.map { key, count in
                    Sample([("channel", key.channel), ("outcome", key.outcome)], Double(count))
                }
            },
            Metric(.gauge, "roost_notice_deliveries", "Deliveries that wait or were given up.") {
                [self] in
                open.map {
                    Sample([("channel", $0.channel), ("state", $0.state)], Double($0.count))
                }
            },
            Metric(
                .gauge, "roost_notice_oldest_seconds",
                "How old the oldest delivery is that waits or was given up."
            ) { [self, desk] in
                let now = desk.clock.now
                return open.map {
                    Sample(
                        [("channel", $0.channel), ("state", $0.state)], (now - $0.oldest).seconds)
                }
            },
        ]
    }

    private var lags: [Sample] {
        guard let end = read({ try JournalStore.count(of: nil, $0) }) else { return [] }
        return runners.map { name, runner in
            let place = runner.isUpToDate ? end : runner.lane.planned ?? end
            return Sample([("lane", name)], Double(max(0, end - place)))
        }
    }

    private var open: [DeliveryStore.OpenCount] { read { try DeliveryStore.openCounts($0) } ?? [] }

    /// A number that can't be read is left out of the page.
    private func read<Value>(_ body: (Reader) throws -> Value) -> Value? {
        try? desk.database.read(within: .seconds(1), body)
    }
}
