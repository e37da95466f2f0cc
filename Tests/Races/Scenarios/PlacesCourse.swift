import JSON

/// What a race for places has left: the history, and what the server shows of it.
struct PlacesCourse {
    private let notebook: Notebook<Places.Deed>

    init(_ notebook: Notebook<Places.Deed>) {
        self.notebook = notebook
    }

    /// Looks at the counter and at the list of all bookings, when all is quiet, and then at the history.
    ///
    /// - Parameter counts: How often which answer must have been given.
    func report(
        on bookable: Bookable, _ house: House, expecting counts: [(String, Int)] = []
    ) throws -> Race.Report {
        if !isClosed { try look(at: bookable, house) }
        let history = notebook.history
        let examination = Examination.places(
            history, capacity: bookable.capacity, onePerPerson: bookable.isOnePerPerson)
        let wrong = counts.compactMap { answer, count in
            let given = history.count { $0.deed.answer == answer }
            return given == count ? nil : "\(answer) was told \(given) times, not \(count)"
        }
        return try Race.Report(
            calls: history.count, verdict: examination.verdict,
            findings: notebook.findings + examination.findings + wrong + listed(bookable, house))
    }

    private var isClosed: Bool { notebook.history.contains { $0.deed == .closed } }

    private func look(at bookable: Bookable, _ house: House) throws {
        let call = Call("GET", bookable.path, by: house.admin)
        try Rush(port: house.rush.port, threads: 1).run([
            SingleCall(call, notebook) { reply in
                reply.number(bookable.freeMember).map { .seen(free: $0) }
            }
        ])
    }

    /// Where the list of all bookings shows others than were acknowledged.
    private func listed(_ bookable: Bookable, _ house: House) throws -> [String] {
        var listed: [String: Int] = [:]
        for booking in try house.all("/bookings?kind=\(bookable.kind.rawValue)", by: house.admin)
        where booking.isLive && booking.text(bookable.reference) == bookable.id {
            listed[booking.text("id") ?? "", default: 0] += booking.number("seats") ?? 0
        }
        let live = live
        let missing = live.filter { listed[$0.key] != $0.value }.keys.sorted()
        let strange = listed.keys.filter { live[$0] == nil }.sorted()
        return missing.map { "booking \($0) was acknowledged, and is not listed so" }
            + strange.map { "booking \($0) is listed, and nobody was told of it" }
    }

    /// The seats of all bookings that must be live now, by their ids.
    private var live: [String: Int] {
        guard !isClosed else { return [:] }
        let ids = Dictionary(notebook.numbers.map { ($1, $0) }) { first, _ in first }
        var live: [String: Int] = [:]
        for episode in notebook.history {
            if case .booked(let number, _, let seats) = episode.deed, let id = ids[number] {
                live[id] = seats
            }
        }
        for episode in notebook.history {
            if case .cancelled(let number) = episode.deed, let id = ids[number] { live[id] = nil }
        }
        return live
    }
}

extension Bookable {
    /// The member of a booking that names it.
    fileprivate var reference: String { "\(kind.rawValue)_id" }
}

extension Places.Deed {
    /// What was told, in a word.
    fileprivate var answer: String {
        switch self {
        case .booked: "booked"
        case .refusedFull: "full"
        case .refusedTwice: "twice"
        case .refusedClosed: "closed"
        default: "else"
        }
    }
}
