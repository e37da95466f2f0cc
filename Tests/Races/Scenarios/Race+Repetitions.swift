import JSON

extension Race {
    /// The same booking, changed or made by many requests at once.
    static let repetitions: [Race] = [
        Race("Of many changes to the same version of a booking one is made") { house, _ in
            try changes(house)
        },
        Race("A booking that is asked for 20 times with one key is made once") { house, _ in
            try oneKey(house)
        },
    ]

    private static func changes(_ house: House) throws -> Report {
        let event = try house.open(.event, places: 10)
        let made = try house.ask(event.booking(by: house.people[0]), expecting: 201)
        let path = "/bookings/\(made.text("id") ?? "")"
        var (findings, calls): ([String], Int) = ([], 0)
        for round in 0..<10 {
            let tag = try house.ask(Call("GET", path, by: house.people[0]), expecting: 200).tag
            let notebook = Notebook<Reply>()
            try house.rush.run(
                (0..<20).map { number in
                    let note: JSON = ["notes": .string("round \(round), note \(number)")]
                    let call = Call("PATCH", path, note, by: house.people[0])
                        .with("If-Match", tag ?? "")
                    return SingleCall(call, notebook) { $0 }
                })
            let changed = notebook.history.filter { $0.deed.status == 200 }
            let stale = notebook.history.count { $0.deed.status == 412 }
            let now = try house.ask(Call("GET", path, by: house.people[0]), expecting: 200)
            if changed.count != 1 || stale != 19 || tag == nil || now.tag == tag
                || now.text("notes") != changed.first?.deed.text("notes")
            {
                findings.append("round \(round): \(changed.count) changes, \(stale) stale: \(now)")
            }
            calls += notebook.history.count
            findings += notebook.findings
        }
        return Report(calls: calls, verdict: nil, findings: findings)
    }

    /// Of an event one may have many bookings, so a second would be made if it could.
    private static func oneKey(_ house: House) throws -> Report {
        let event = try house.open(.event, places: 100)
        let notebook = Notebook<Reply>()
        let call = event.booking(by: house.people[0]).with("Idempotency-Key", "race-\(event.id)")
        try house.rush.run((0..<20).map { _ in SingleCall(call, notebook) { $0 } })
        let again = try house.ask(call, expecting: 201)
        let replies = notebook.history.map(\.deed) + [again]
        let made = replies.filter { $0.status == 201 }
        var findings = notebook.findings
        if Set(made.map { $0.text("id") }).count != 1 {
            findings.append("one key, and these bookings: \(made.map { $0.text("id") ?? "" })")
        }
        if made.count(where: { !$0.isReplayed }) != 1 || !again.isReplayed {
            findings.append("\(made.count { !$0.isReplayed }) answers were no replay")
        }
        findings += replies.filter { !$0.isRepetition }.map { "one key: \($0)" }
        let free = try house.ask(Call("GET", event.path, by: house.admin)).number(event.freeMember)
        if free != 99 { findings.append("one booking, and \(free ?? -1) seats are left of 100") }
        return Report(calls: replies.count, verdict: nil, findings: findings)
    }
}

extension Reply {
    /// Made, or said to be under way.
    fileprivate var isRepetition: Bool {
        status == 201 || status == 409 && code == "idempotency_in_progress"
    }
}
