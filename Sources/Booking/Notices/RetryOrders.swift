import Posix
import Web

/// What somebody at the machine wants tried again while a server has the database: a file beside it, which
/// the server takes away when it has read it. Whoever may write there owns the database anyway.
package struct RetryOrders: Sendable {
    /// So many at once; a line each.
    package static let most = 10_000
    /// An id with the end of its line.
    private static let lineSize = 37
    static let pause = Duration.seconds(1)

    private let path: String

    package init(besideDatabase path: String) {
        self.path = path + ".retry"
    }

    /// Whether the server has yet to read what was ordered.
    package var areWaiting: Bool { File.exists(path) }

    /// Orders some, unless an order waits already.
    package func place(_ ids: [String]) throws(SystemError) {
        let draft = "\(path).new"
        if File.exists(draft) { try File.remove(draft) }
        let file = try File(creating: draft)
        try file.write(Array(ids.map { $0 + "\n" }.joined().utf8))
        // Unlike a rename, it doesn't take the place of an order that waits.
        defer { try? File.remove(draft) }
        try File.link(draft, as: path)
    }

    /// What is ordered, which counts as done then.
    func take() throws(SystemError) -> [String] {
        guard areWaiting else { return [] }
        let bytes = try File(reading: path).read(
            at: 0, atMost: RetryOrders.most * RetryOrders.lineSize)
        try File.remove(path)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension Deliveries {
    /// Looks now and then for what was ordered.
    package func rounds(for orders: RetryOrders, log: Log) -> Rounds {
        Rounds("retrying deliveries", every: RetryOrders.pause, log: log) {
            let ids = try orders.take()
            for id in ids {
                do {
                    try await retry(id)
                } catch let problem as Problem {
                    log.warning(
                        "delivery not tried again", ["delivery": id, "reason": problem.detail])
                }
            }
            if !ids.isEmpty { log.info("retrying deliveries", ["count": "\(ids.count)"]) }
        }
    }
}
