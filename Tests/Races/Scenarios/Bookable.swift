import JSON

/// A class, a session or an event that clients race for.
package struct Bookable: Sendable {
    package enum Kind: String, Sendable {
        case `class`
        case session
        case event
    }

    let kind: Kind
    let id: String
    let capacity: Int

    var path: String {
        switch kind {
        case .class: "/classes/\(id)"
        case .session: "/sessions/\(id)"
        case .event: "/events/\(id)"
        }
    }

    /// How people are told how many places are left.
    var freeMember: String {
        switch kind {
        case .class: "available_slots"
        case .session: "available_spots"
        case .event: "event_availability"
        }
    }

    /// How its host says how many there are.
    var capacityMember: String {
        switch kind {
        case .class: "slots"
        case .session: "capacity"
        case .event: "event_capacity"
        }
    }

    var isOnePerPerson: Bool { kind != .event }

    func booking(seats: Int = 1, by token: String) -> Call {
        var body: [JSON.Member] = [.init("\(kind.rawValue)_id", .string(id))]
        if kind == .event { body.append(.init("seats", .integer(Int64(seats)))) }
        return Call("POST", "/bookings", .object(body), by: token)
    }

    /// What an answer to a booking means; nil for one that nobody expects.
    func meaning(
        of reply: Reply, by person: Int, seats: Int, _ number: (String) -> Int
    ) -> Places.Deed? {
        let conflict = kind == .session ? 400 : 409
        switch (reply.status, reply.code) {
        case (201, _):
            return reply.text("id").map { .booked(number($0), by: person, seats: seats) }
        case (conflict, "fully_booked"): return .refusedFull(seats: seats)
        case (conflict, "already_booked"): return isOnePerPerson ? .refusedTwice(by: person) : nil
        case (404, _) where kind == .class, (400, _) where kind != .class: return .refusedClosed
        default: return nil
        }
    }
}
