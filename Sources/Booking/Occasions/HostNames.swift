import SQLite

/// What those are called who lead occasions. Whoever is erased has no name any more.
struct HostNames: Sendable {
    struct Name: Equatable, Sendable {
        let username: String
        let name: String
    }

    private var names: [String: Name] = [:]

    /// Each is asked for once, as few lead many.
    init(of hosts: [String?], _ reader: Reader) throws {
        for case let host? in hosts where names[host] == nil {
            names[host] = try reader.first(
                "select username, name from profile where account_id = \(host)"
            ) { Name(username: try $0.text(0), name: try $0.text(1)) }
        }
    }

    subscript(host: String?) -> Name? { host.flatMap { names[$0] } }

    func username(_ host: String?) -> String { host.flatMap { names[$0] }?.username ?? "" }
    func name(_ host: String?) -> String { host.flatMap { names[$0] }?.name ?? "" }
}
