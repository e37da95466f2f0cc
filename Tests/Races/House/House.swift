import JSON
import Time

/// A running server, asked by one who looks after things: makes what is booked, and looks what became of it.
package final class House {
    package let premises: Premises
    package let admin: String
    /// Of all people, by their numbers.
    package let people: [String]
    private(set) var facilitator = ""

    /// The server must run.
    package init(_ premises: Premises) throws {
        self.premises = premises
        admin = try premises.tokens.token(of: premises.people, role: "admin")
        people = try (0..<premises.people).map { try premises.tokens.token(of: $0) }
        let account = try ask(
            Call(
                "POST", "/auth/register",
                [
                    "email": "guide@example.com", "name": "Guide", "role": "facilitator",
                    "password": "a password of the guide",
                ]), expecting: 201)
        facilitator = account.text("access_token") ?? ""
    }

    package var rush: Rush { Rush(port: premises.port) }

    /// The answer to one call, over a connection of its own.
    package func ask(_ call: Call) throws -> Reply {
        let note = Notebook<Reply>()
        try Rush(port: premises.port, threads: 1).run([SingleCall(call, note) { $0 }])
        guard let reply = note.history.first?.deed else {
            throw PremisesError("no answer to \(call): \(note.findings)")
        }
        return reply
    }

    @discardableResult
    package func ask(_ call: Call, expecting status: Int) throws -> Reply {
        let reply = try ask(call)
        guard reply.status == status else { throw PremisesError("\(call): \(reply)") }
        return reply
    }

    /// Every element of a list, page by page.
    package func all(_ path: String, by token: String) throws -> [JSON] {
        var elements: [JSON] = []
        var page = 1
        while true {
            let sign = path.contains("?") ? "&" : "?"
            let call = Call("GET", "\(path)\(sign)limit=100&page=\(page)", by: token)
            guard case .array(let more)? = try ask(call, expecting: 200).json else {
                throw PremisesError("\(call) is no array")
            }
            if more.isEmpty { return elements }
            elements += more
            page += 1
        }
    }

    /// A moment in so many minutes, on a whole minute.
    package static func moment(inMinutes minutes: Int) -> String {
        let now = Clock.system.now.seconds / 60 * 60
        return Instant(seconds: now + Int64(minutes) * 60).rfc3339
    }
}
