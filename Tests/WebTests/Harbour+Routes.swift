import HTTP
import JSON
import Web

extension Area {
    fileprivate static let boats = Area("Boats", "What lies in the harbour.")
    fileprivate static let office = Area("Office", "What the harbour master does.")
}

extension Problem {
    fileprivate static let away = Problem(.conflict, "boat_away", "The boat is at sea.")
    fileprivate static let busy = Problem(
        .serviceUnavailable, "harbour_busy", "The harbour is busy.")
}

extension Harbour {
    static var table: [Route] {
        [list, bring, mine, show, change, remove, launch, seat, ledger, tide, storm]
    }

    private static let id = Parameters.one(Parameter("id", .uuid, "Which boat."))
    private static let limit = Parameters.one(
        Parameter("limit", .integer(1...100), default: 2, "How many at most."))

    private static var list: Route {
        Route(
            .get, "/api/v1/boats", "Lists the boats", in: .boats, access: .everyone,
            takes: Takes.query(limit), gives: .ok(.array(of: Boat.answer), about: "The boats")
        ) { call in (0..<call.query).map { Boat(name: "Boat \($0)") } }
    }

    private static var bring: Route {
        Route(
            .post, "/api/v1/boats", "Brings a boat", in: .boats,
            access: .permission("boats:write"), takes: Takes.json(NewBoat.schema),
            gives: .created(
                NewBoat.schema.answer, at: { "/api/v1/boats/\($0.name)" },
                about: "The boat as it was understood"),
            problems: [.away]
        ) { $0.body }
    }

    private static var mine: Route {
        Route(
            .get, "/api/v1/boats/mine", "Shows one's own boat", in: .boats, access: .user,
            takes: Takes.nothing, gives: .ok(Boat.answer, about: "The boat")
        ) { call in Boat(owner: call.caller.id) }
    }

    private static var show: Route {
        Route(
            .get, "/api/v1/boats/{id}", "Shows a boat", in: .boats, access: .everyoneOrUser,
            takes: Takes.path(id), gives: .ok(Boat.answer, about: "The boat")
        ) { call in Boat(id: call.path, owner: call.caller?.id) }
    }

    private static var change: Route {
        Route(
            .patch, "/api/v1/boats/{id}", "Changes a boat", in: .boats,
            access: .permission("boats:write"),
            takes: Takes.path(id).query(limit).json(BoatChanges.schema),
            gives: .ok(Boat.answer, about: "The boat afterwards"), problems: [.away]
        ) { call in call.body.applied(to: Boat(id: call.path, owner: "ben")) }
    }

    private static var remove: Route {
        Route(
            .delete, "/api/v1/boats/{id}", "Takes a boat away", in: .boats,
            access: .permission("boats:write", orElse: .away), takes: Takes.path(id),
            gives: .noContent
        ) { _ in }
    }

    private static var launch: Route {
        Route(
            .post, "/api/v1/boats/{id}/launch", "Launches a boat", in: .boats, access: .user,
            takes: Takes.path(id).content(
                .optionalJSON(NewBoat.schema, absent: NewBoat(name: "Any", seats: 1, stops: []))),
            gives: .ok(NewBoat.schema.answer), options: RouteOptions(limit: .password)
        ) { $0.body }
    }

    private static var seat: Route {
        Route(
            .get, "/api/v1/boats/{id}/seats/{number}", "Shows a seat", in: .boats,
            access: .everyone,
            takes: Takes.path(
                .of(
                    { (id: $0, number: $1) }, Parameter("id", .text(1...40), "Which boat."),
                    Parameter("number", .integer(1...12), "Which seat."))),
            gives: .ok(.text, about: "What was asked for")
        ) { call in "\(call.path.id) \(call.path.number)" }
    }

    private static var ledger: Route {
        Route(
            .get, "/ledger", "Shows the books", in: .office, access: .token(ledgerToken),
            takes: Takes.nothing, gives: .response("text/plain", about: "The books"),
            options: RouteOptions(limit: .none, isTagged: false, description: "For the master.")
        ) { _ in Response(.ok, ResponseFields([.contentType: "text/plain"]), body: .bytes([65])) }
    }

    /// Waits for the tide, which takes longer than anybody has time.
    private static var tide: Route {
        Route(
            .get, "/api/v1/tide", "Waits for the tide", in: .office, access: .everyone,
            takes: Takes.nothing, gives: .noContent,
            options: RouteOptions(timeLimit: .milliseconds(60))
        ) { _ in try await Task.sleep(for: .seconds(3_600)) }
    }

    /// Fails as its kind says.
    private static var storm: Route {
        Route(
            .get, "/api/v1/storms/{kind}", "Fails", in: .office, access: .everyone,
            takes: Takes.path(.one(Parameter("kind", .text(1...20), "How."))), gives: .noContent,
            problems: [.busy]
        ) { call in
            switch call.path {
            case "problem": throw Problem.busy
            case "cancelled": throw CancellationError()
            default: throw Flood(path: "/secret/place")
            }
        }
    }

    /// A failure that is nobody's business.
    private struct Flood: Error {
        let path: String
    }
}
