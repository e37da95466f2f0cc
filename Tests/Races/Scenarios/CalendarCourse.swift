import JSON

/// What a race for times has left: the history, and what the server shows of it.
struct CalendarCourse {
    private let notebook: Notebook<Calendar.Deed>

    init(_ notebook: Notebook<Calendar.Deed>) {
        self.notebook = notebook
    }

    /// Looks at each live booking, when all is quiet, and then at the history.
    ///
    /// - Parameter placed: How many must have been placed, where that is known.
    func report(
        on appointments: Appointments, _ house: House, placed: Int? = nil
    ) throws -> Race.Report {
        let listed = try self.listed(appointments, house)
        try look(at: listed, appointments, house)
        let history = notebook.history
        let examination = Examination.calendar(history)
        let shown = try shownWrongly(appointments, house)
        let count = history.count { if case .placed = $0.deed { true } else { false } }
        let wrong = placed == nil || placed == count ? [] : ["\(count) were placed"]
        return Race.Report(
            calls: history.count, verdict: examination.verdict,
            findings: notebook.findings + examination.findings + wrong + shown
                + differences(listed))
    }

    /// The ids of all live bookings of it.
    private func listed(_ appointments: Appointments, _ house: House) throws -> Set<String> {
        let kind = appointments.service == nil ? "slot" : "service"
        let known = notebook.numbers
        let bookings = try house.all("/bookings?kind=\(kind)", by: house.admin).filter {
            // There is one book of the house, and other races have written into it.
            appointments.service == nil
                ? known[$0.text("id") ?? ""] != nil : $0.text("service_id") == appointments.service
        }
        return Set(bookings.filter(\.isLive).compactMap { $0.text("id") })
    }

    private func look(
        at listed: Set<String>, _ appointments: Appointments, _ house: House
    ) throws {
        let notebook = notebook
        let errands = listed.sorted().map { id in
            SingleCall(Call("GET", "/bookings/\(id)", by: house.admin), notebook) { reply in
                reply.text("start_time").flatMap(appointments.minute).map {
                    .seen(notebook.number(of: id), appointments.span(at: $0))
                }
            }
        }
        // One thread asks over few connections: nobody races here.
        for errand in errands { try Rush(port: house.rush.port, threads: 1).run([errand]) }
    }

    /// The half hours that are shown as free and aren't, or are free and aren't shown.
    private func shownWrongly(_ appointments: Appointments, _ house: House) throws -> [String] {
        guard let call = appointments.availability(from: 0, to: 900) else { return [] }
        let reply = try house.ask(call, expecting: 200)
        guard case .array(let slots)? = reply.json?["slots"] else { return ["\(call): \(reply)"] }
        let shown = Set(slots.compactMap { $0.text("start_time").flatMap(appointments.minute) })
        let taken = notebook.history.compactMap { episode in
            if case .seen(_, let span) = episode.deed { span } else { nil }
        }
        return stride(from: 0, to: 900, by: 30).compactMap { minute in
            let isFree = !taken.contains { $0.overlaps(appointments.span(at: minute)) }
            guard isFree != shown.contains(minute) else { return nil }
            return
                "\(appointments.start(at: minute)) is \(isFree ? "free" : "taken"), and shown otherwise"
        }
    }

    /// Where the list of all bookings shows others than were acknowledged.
    private func differences(_ listed: Set<String>) -> [String] {
        let ids = Dictionary(notebook.numbers.map { ($1, $0) }) { first, _ in first }
        var live: Set<String> = []
        for episode in notebook.history {
            if case .placed(let number, _) = episode.deed, let id = ids[number] { live.insert(id) }
        }
        for episode in notebook.history {
            if case .released(let number) = episode.deed, let id = ids[number] { live.remove(id) }
        }
        return live.subtracting(listed).sorted().map { "booking \($0) is not listed as live" }
            + listed.subtracting(live).sorted().map { "booking \($0) is listed as live" }
    }
}
