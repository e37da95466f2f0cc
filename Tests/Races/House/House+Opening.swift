import JSON

extension House {
    /// Opens a class, a session or an event for the day after tomorrow.
    func open(_ kind: Bookable.Kind, places: Int) throws -> Bookable {
        let (start, end) = (House.moment(inMinutes: 2_880), House.moment(inMinutes: 2_940))
        let count = JSON.integer(Int64(places))
        let call =
            switch kind {
            case .class:
                Call(
                    "POST", "/classes",
                    ["name": "Race", "schedule": .string(start), "slots": count], by: admin)
            case .session:
                Call(
                    "POST", "/sessions",
                    [
                        "title": "Race", "session_type": "session", "start_time": .string(start),
                        "end_time": .string(end), "capacity": count,
                    ], by: facilitator)
            case .event:
                Call(
                    "POST", "/events",
                    [
                        "event_name": "Race", "event_venue": "Hall", "event_date": .string(start),
                        "event_availibility": count,
                    ], by: admin)
            }
        let reply = try ask(call, expecting: 201)
        guard let id = reply.text(kind == .session ? "session_id" : "id") else {
            throw PremisesError("\(call): \(reply)")
        }
        return Bookable(kind: kind, id: id, capacity: places)
    }

    /// Who may change it.
    func host(of bookable: Bookable) -> String {
        bookable.kind == .session ? facilitator : admin
    }

    /// Offers a service that is always open.
    func offer(minutes: Int, buffer: Int) throws -> Appointments {
        let call = Call(
            "POST", "/services",
            [
                "title": "Race", "price": 10, "duration_minutes": .integer(Int64(minutes)),
                "buffer_minutes": .integer(Int64(buffer)),
            ], by: admin)
        guard let id = try ask(call, expecting: 201).text("id") else {
            throw PremisesError("\(call) gave no id")
        }
        return Appointments(service: id, minutes: minutes, buffer: buffer, first: 4_320)
    }
}
