import JSON

extension Race {
    /// Something ends while somebody holds on to it.
    static let endings: [Race] = [
        Race("Of a completion and a cancellation at once one happens") { house, _ in
            try lastWord(house)
        },
        Race("A service that is deleted meanwhile keeps no appointment, and takes none") {
            house, seed in
            try deletedService(house, seed)
        },
        Race("Somebody who leaves for good while booking has no seat behind it") { house, seed in
            try leaving(house, seed)
        },
    ]

    /// Ten times: the host completes, and the owner cancels, each from many connections.
    private static func lastWord(_ house: House) throws -> Report {
        let event = try house.open(.event, places: 100)
        var (findings, calls): ([String], Int) = ([], 0)
        for _ in 0..<10 {
            let made = try house.ask(event.booking(by: house.people[0]), expecting: 201)
            let path = "/bookings/\(made.text("id") ?? "")"
            let (completing, cancelling) = (Notebook<Reply>(), Notebook<Reply>())
            let complete = Call("PATCH", path, ["status": "completed"], by: house.admin)
            let cancel = Call("POST", "\(path)/cancel", by: house.people[0])
            let errands: [any Errand] = (0..<10).flatMap { _ in
                [
                    SingleCall(complete, completing) { $0.isSettled ? $0 : nil },
                    SingleCall(cancel, cancelling) { $0.isSettled ? $0 : nil },
                ]
            }
            try house.rush.run(errands)
            let state = try house.ask(Call("GET", path, by: house.admin)).text("state") ?? ""
            let completed = completing.history.count { $0.deed.status == 200 }
            let cancelled = cancelling.history.count { $0.deed.status == 200 }
            let isRight =
                state == "completed"
                ? completed > 0 && cancelled == 0
                : state == "cancelled" && completed == 0 && cancelled == 10
            if !isRight {
                findings.append("\(completed) completed, \(cancelled) cancelled, and is \(state)")
            }
            findings += completing.findings + cancelling.findings
            calls += errands.count
        }
        return Report(calls: calls, verdict: nil, findings: findings)
    }

    private static func deletedService(_ house: House, _ seed: UInt64) throws -> Report {
        let appointments = try house.offer(minutes: 15, buffer: 5)
        let notebook = Notebook<Reply>()
        let service = "/services/\(appointments.service ?? "")"
        let errands: [any Errand] = house.people.indices.map { person in
            let call = appointments.booking(at: person * 20, by: house.people[person])
            return SingleCall(call, notebook) { [201, 404].contains($0.status) ? $0 : nil }
        }
        let deletion = SingleCall(Call("DELETE", service, by: house.admin), notebook) {
            $0.status == 204 ? $0 : nil
        }
        let half = errands.count / 2
        try house.rush.run(Array(errands[..<half]) + [deletion])
        let booked = notebook.history.count { $0.deed.status == 201 }
        try house.rush.run(Array(errands[half...]))
        let late = notebook.history.count { $0.deed.status == 201 } - booked
        let live = try house.all("/bookings?kind=service", by: house.admin).filter {
            $0.isLive && $0.text("service_id") == appointments.service
        }
        let findings = late > 0 ? ["\(late) were booked behind the deletion"] : []
        return Report(
            calls: errands.count, verdict: nil,
            findings: notebook.findings + findings
                + live.map { "booking \($0.text("id") ?? "") is live still" })
    }

    private static func leaving(_ house: House, _ seed: UInt64) throws -> Report {
        let event = try house.open(.event, places: 100)
        let account = try house.ask(
            Call(
                "POST", "/users",
                [
                    "email": .string("leaving-\(event.id)@example.com"), "name": "Leaving",
                    "password": "a password for a while",
                ]), expecting: 201)
        let token = account.text("access_token") ?? ""
        let notebook = Notebook<Reply>()
        let bookings: [any Errand] = (0..<30).map { _ in
            SingleCall(event.booking(by: token), notebook) {
                [201, 401, 404].contains($0.status) ? $0 : nil
            }
        }
        let leave = Call("DELETE", "/users/\(account.text("id") ?? "")", by: house.admin)
        let leaving = SingleCall(leave, notebook) { $0.status == 204 ? $0 : nil }
        try house.rush.run(Array(bookings[..<15]) + [leaving] + bookings[15...])
        let late = try house.ask(event.booking(by: token))
        let free = try house.ask(Call("GET", event.path, by: house.admin)).number(event.freeMember)
        let live = try house.all("/bookings?kind=event", by: house.admin).filter {
            $0.isLive && $0.text("event_id") == event.id
        }
        var findings =
            notebook.findings + live.map { "booking \($0.text("id") ?? "") is live still" }
        if late.status != 401 { findings.append("somebody who is gone books: \(late)") }
        if free != 100 { findings.append("\(free ?? -1) seats are left of 100") }
        return Report(calls: bookings.count + 1, verdict: nil, findings: findings)
    }
}

extension Reply {
    /// Done, or refused for the state that the booking is in.
    fileprivate var isSettled: Bool {
        status == 200 || status == 400 && ["bad_transition", "not_cancellable"].contains(code)
    }
}
