extension Race {
    /// People come and go while the thing itself changes.
    static let storms: [Race] = [
        Race("People who book and cancel a class again and again find each place that is free") {
            try storm(.class, $0, seed: $1)
        },
        Race("People who book and cancel a session again and again find each place that is free") {
            try storm(.session, $0, seed: $1)
        },
        Race("People who book and cancel an event again and again find each seat that is free") {
            try storm(.event, $0, seed: $1)
        },
        Race("A class that grows and shrinks meanwhile never has fewer places than bookings") {
            try storm(.class, $0, seed: $1, resizers: 2)
        },
        Race("A session that grows and shrinks meanwhile never has fewer places than bookings") {
            try storm(.session, $0, seed: $1, resizers: 2)
        },
        Race("An event that grows and shrinks meanwhile never has fewer seats than bookings") {
            try storm(.event, $0, seed: $1, resizers: 2)
        },
        Race("A class that is cancelled meanwhile keeps no booking, and takes none") { house, _ in
            try closing(.class, house)
        },
        Race("A session that is cancelled meanwhile keeps no booking, and takes none") { house, _ in
            try closing(.session, house)
        },
        Race("An event that is cancelled meanwhile keeps no booking, and takes none") { house, _ in
            try closing(.event, house)
        },
    ]

    private static func storm(
        _ kind: Bookable.Kind, _ house: House, seed: UInt64, resizers: Int = 0
    ) throws -> Report {
        let bookable = try house.open(kind, places: 6)
        let notebook = Notebook<Places.Deed>()
        let stormers = (0..<min(24, house.people.count)).map { person in
            Stormer(person, at: bookable, house, notebook, steps: 24, seed: seed)
        }
        let hosts = (0..<resizers).map { number in
            Resizer(bookable, house, notebook, steps: 20, seed: seed &+ UInt64(number))
        }
        try house.rush.run(stormers as [any Errand] + hosts)
        return try PlacesCourse(notebook).report(on: bookable, house)
    }

    /// Half of the people book meanwhile, and the others when it is over.
    private static func closing(_ kind: Bookable.Kind, _ house: House) throws -> Report {
        let bookable = try house.open(kind, places: house.people.count)
        let notebook = Notebook<Places.Deed>()
        let errands: [any Errand] = house.people.indices.map { person in
            SingleCall(bookable.booking(by: house.people[person]), notebook) { reply in
                bookable.meaning(of: reply, by: person, seats: 1, notebook.number)
            }
        }
        let half = errands.count / 2
        let closer = Closer(bookable, house, notebook, behind: half / 8)
        try house.rush.run([closer] + errands[..<half])
        try house.rush.run(Array(errands[half...]))
        return try PlacesCourse(notebook).report(on: bookable, house)
    }
}
