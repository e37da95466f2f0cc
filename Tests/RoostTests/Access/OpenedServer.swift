import HTTP
import JSON
import SQLite
import Testing
import Web
import Workbench

@testable import roost

/// The whole application on an open database with somebody of each kind in it, asked in memory.
final class OpenedServer: Sendable {
    private static let password = "correct horse battery"

    let routes: [Route]
    private let folder: TemporaryFolder
    private let assembly: Assembly
    private let scenario: Scenario

    init() async throws {
        folder = try TemporaryFolder()
        let configuration = try Deployment(variables: [
            "DB_FILE": "\(folder.path)/roost.db", "MAIL_DIR": "\(folder.path)/mail",
            "ADMIN_EMAIL": "admin@example.com", "ADMIN_PASSWORD": OpenedServer.password,
            "METRICS_TOKEN": "known to operators", "RATE_LIMITS": "off",
        ]).configuration()
        assembly = try Assembly(
            configuration: configuration, log: Log(.error, clock: .system) { _ in })
        routes = assembly.features.operations
        scenario = try Scenario(assembly.application())
        try HeldDatabase(configuration.databaseFile, for: "test").migrate()
        try assembly.database.open()
        try await assembly.people.begin()
    }

    deinit {
        assembly.people.stop()
        assembly.database.close()
    }

    /// Somebody of each kind, all but the anonymous one with a token.
    func guests() async throws -> [Guest] {
        let admin = try await guest(.admin, "/api/v1/auth/login")
        var guests: [Guest] = []
        for visitor in Visitor.allCases {
            switch visitor {
            case .anonymous: guests.append(.nobody)
            case .admin: guests.append(admin)
            default: guests.append(try await guest(visitor, "/api/v1/users"))
            }
        }
        let suspended = try #require(guests.first { $0.visitor == .suspended })
        let answer = try await ask(
            .patch, "/api/v1/users/\(suspended.id)", ["status": "suspended"], as: admin)
        try #require(answer.status == 200, "\(answer.text)")
        return guests
    }

    private func guest(_ visitor: Visitor, _ door: String) async throws -> Guest {
        let answer = try await ask(
            .post, door,
            [
                "email": .string("\(visitor.rawValue)@example.com"),
                "username": .string(visitor.rawValue),
                "password": .string(OpenedServer.password),
                "role": .string(visitor.role?.rawValue ?? ""),
            ])
        guard case .string(let id)? = answer.json?["id"],
            case .string(let token)? = answer.json?["access_token"]
        else {
            throw RawClient.Failure.unexpected("\(answer.status) \(answer.text)")
        }
        return Guest(visitor: visitor, id: id, token: token)
    }

    private func ask(
        _ method: HTTP.Method, _ path: String, _ body: JSON, as guest: Guest = .nobody
    ) async throws -> RawAnswer {
        try await scenario.ask(
            method, path, guest.fields + [("Content-Type", "application/json")], body: body.bytes)
    }

    /// How far a guest comes with a request that changes nothing.
    ///
    /// The body is of a type that no route takes, and the tag is nobody's, so what lies behind the door
    /// is refused before anything is done. A stream would go on for ever, so GET is asked as HEAD.
    func passage(of guest: Guest, to route: Route, _ whose: Whose?) async throws -> Passage {
        let id = whose == .own ? guest.id : Guest.nobody.id
        let method = route.method == .get ? .head : route.method
        let fields = [("Content-Type", "image/png"), ("If-Match", "\"nobody's\"")]
        let answer = try await scenario.ask(
            method, route.path(with: id), guest.fields + fields, body: Array("{}".utf8))
        return Passage(status: answer.status)
    }
}

extension Route {
    /// The path with this in place of every parameter.
    fileprivate func path(with value: String) -> String {
        template.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("{") ? value : String($0) }.joined(separator: "/")
    }
}
