import HTTP

@testable import Web

/// Some routes and what a router finds among them.
struct RoutingTable {
    private let router: Router

    /// Routes written as `"GET /boats/{id}"`.
    init(_ routes: [String]) throws {
        router = try Router(
            routes.map { route in
                let parts = route.split(separator: " ").map(String.init)
                return Route.stub(Method(rawValue: parts[0]) ?? .get, parts[1])
            })
    }

    init(_ routes: String...) throws {
        try self.init(routes)
    }

    /// What is found, in words: `/boats/{id} 7`, `allow GET, HEAD`, `nothing`, `refused 400`.
    func find(_ method: Method, _ target: String) throws -> String {
        switch router.match(method, try Target(target)) {
        case .found(let route, let values):
            return ([route.template] + values).joined(separator: " ")
        case .otherMethods(let methods):
            return "allow " + methods.map(\.rawValue).joined(separator: ", ")
        case .nothing: return "nothing"
        case .refused(let refusal): return "refused \(refusal.status.code)"
        }
    }

    func find(_ target: String) throws -> String {
        try find(.get, target)
    }
}
