import HTTP
import JSON
import Workbench

@testable import Booking

/// A house with somebody at each door, to whom anything can be sent.
struct BadInputDesk {
    let house: House
    let ann: Person
    private let admin: Person
    private let role: String

    init() async throws {
        var options = House.Options()
        options.isPatient = true
        house = try await House(options)
        ann = try await house.person("ann")
        admin = try await house.admin()
        let made = try await house.ask(.post, "/roles", ["name": "clerk"], as: admin)
        guard case .string(let id)? = made.json?["id"] else { throw CancellationError() }
        role = id
    }

    /// Sends a field with this in it, and what else has to be there.
    func send(_ literal: [UInt8], as field: BadInputField, _ number: Int) async throws
        -> RawAnswer
    {
        var others = field.others
        if field.path == "/users" {
            others.append(("password", .string(Person.password)))
            if field.member != "email" { others.append(("email", "u{n}@example.com")) }
        }
        let body =
            others.flatMap { name, value in
                let text = String(decoding: value.bytes, as: UTF8.self)
                return Array("\"\(name)\":\(text.replacing("{n}", with: "\(number)")),".utf8)
            } + Array("\"\(field.member)\":".utf8) + literal
        let path = field.path.replacing("{id}", with: ann.id).replacing("{role}", with: role)
        return try await send(
            body, field.method, path, as: field.path.hasPrefix("/me") ? ann : admin)
    }

    /// Sends the members of an object.
    func send(
        _ members: [UInt8], _ method: HTTP.Method, _ path: String, as person: Person? = nil
    ) async throws -> RawAnswer {
        try await house.send(
            method, path, Array("{".utf8) + members + Array("}".utf8), as: person,
            [("Content-Type", "application/json")])
    }

    /// What became of what was sent as this member.
    func outcome(_ answer: RawAnswer, _ member: String) -> BadInputCase.Outcome {
        switch (answer.status, answer.code) {
        case (200...299, _):
            guard case .string(let text)? = answer.json?[member] else { return .accepted }
            return .stored(Array(text.utf8))
        case (422, _) where BadInputDesk.blames(answer, member): return .refused
        case (400, "malformed_json"): return .malformed
        default: return .other("\(answer.status) \(answer.text)")
        }
    }

    private static func blames(_ answer: RawAnswer, _ member: String) -> Bool {
        guard case .array(let faults)? = answer.json?["errors"] else { return false }
        return faults.contains { $0["field"] == .string(member) }
    }
}
