import Server
import Synchronization
import Web

/// What the event loops count, for the metrics page.
final class ServerMetrics: Sendable {
    private let server = Mutex<Server?>(nil)

    /// From now on the numbers are this server's.
    func attach(_ server: Server) {
        self.server.withLock { $0 = server }
    }

    var metrics: [Metric] {
        [
            gauge("roost_connections", "Open connections.", \.connections),
            gauge("roost_http_requests_in_flight", "Requests being answered.", \.inFlight),
            counter("roost_connections_accepted_total", "Connections accepted.", \.accepted),
            counter("roost_requests_total", "Requests begun.", \.requests),
            counter("roost_received_bytes_total", "Bytes received.", \.bytesRead),
            counter("roost_sent_bytes_total", "Bytes sent.", \.bytesWritten),
            gauge("roost_web_sockets", "Open WebSockets.", \.webSockets),
            gauge("roost_event_streams", "Open streams of events.", \.eventStreams),
            counter(
                "roost_live_messages_total", "Messages sent on WebSockets and streams of events.",
                \.lineMessages),
            Metric(.counter, "roost_cut_off_total", "Clients cut off, by limit.") {
                self.cutOff
            },
            Metric(
                .histogram, "roost_loop_turn_seconds",
                "How long a loop was busy between two waits: so long did its other connections wait."
            ) { self.turns },
        ]
    }

    private typealias Number = any KeyPath<Statistics, Counter> & Sendable

    private func gauge(_ name: String, _ help: String, _ number: Number) -> Metric {
        Metric.gauge(name, help) { Double(self.sum(number)) }
    }

    private func counter(_ name: String, _ help: String, _ number: Number) -> Metric {
        Metric.counter(name, help) { self.sum(number) }
    }

    private func sum(_ number: Number) -> Int {
        statistics.reduce(0) { $0 + $1[keyPath: number].value }
    }

    private var statistics: [Statistics] {
        server.withLock { $0?.statistics ?? [] }
    }

    private var cutOff: [Sample] {
        let statistics = statistics
        return Statistics.Refusal.allCases.map { refusal in
            let count = statistics.reduce(0) { $0 + $1.count(of: refusal) }
            return Sample([("limit", refusal.label)], Double(count))
        }
    }

    /// One histogram for each loop.
    private var turns: [Sample] {
        let bounds = Statistics.turnBounds.map { Double($0) / 1e6 }
        return statistics.enumerated().flatMap { index, statistics in
            Sample.histogram(
                [("loop", String(index))], bounds: bounds, counts: statistics.turnCounts,
                sum: Double(statistics.turnMicroseconds.value) / 1e6)
        }
    }
}

extension Statistics.Refusal {
    fileprivate var label: String {
        switch self {
        case .connections: "connections"
        case .connectionsPerAddress: "connections_per_address"
        case .descriptors: "descriptors"
        case .headTime: "header_time"
        case .bodyTime: "body_time"
        case .requestTime: "request_time"
        case .stallTime: "stall_time"
        case .malformed: "malformed"
        case .pongTime: "pong_time"
        case .lag: "lag"
        }
    }
}
