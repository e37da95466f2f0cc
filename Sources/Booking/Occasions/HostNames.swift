import SQLite

/// What those are called who lead occasions. Whoever is erased has no name any more.
struct HostNames: Sendable {
    private struct Name: Sendable {
        let username: String
        let name: String
    }

    private var names: [String: Name] = [:]

    /// Of a page of occasions: each host is asked for once, as few lead many.
    init(of occasions: [OccasionFacts], _ reader: Reader) throws {
        for occasion in occasions {
            guard let host = occasion.host, names[host] == nil else { continue }
            names[host] = try reader.first(
                "select username, name from profile where account_id = \(host)"
            ) { Name(username: try $0.text(0), name: try $0.text(1)) }
        }
    }

    func username(_ host: String?) -> String { host.flatMap { names[$0] }?.username ?? "" }
    func name(_ host: String?) -> String { host.flatMap { names[$0] }?.name ?? "" }
}
