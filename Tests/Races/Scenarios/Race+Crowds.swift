import Chance

extension Race {
    /// Everybody wants a place at the same moment.
    static let crowds: [Race] = [
        Race("A class with 10 places is booked by exactly 10 of all who want one") { house, _ in
            try crowd(at: house.open(.class, places: 10), house)
        },
        Race("A session with 10 places is booked by exactly 10 of all who want one") { house, _ in
            try crowd(at: house.open(.session, places: 10), house)
        },
        Race("An event with 10 seats is booked by exactly 10 of all who want one") { house, _ in
            try crowd(at: house.open(.event, places: 10), house)
        },
        Race("An event sells no seat twice to people who want one to five") { house, seed in
            var random = SeededGenerator(seed: seed)
            let wishes = house.people.indices.map { _ in 1 + random.below(5) }
            let event = try house.open(.event, places: house.people.count)
            return try book(event, house, seats: wishes).report(on: event, house)
        },
        Race("An event tells everybody at its own door how many seats are left") { house, seed in
            var random = SeededGenerator(seed: seed)
            // So few that an order is found: each is told twice, of a booking and of what is left.
            let count = min(60, house.people.count)
            let event = try house.open(.event, places: count)
            let notebook = Notebook<Places.Deed>()
            try house.rush.run(
                (0..<count).map { person in
                    Buyer(person, of: 1 + random.below(5), at: event, house, notebook)
                })
            return try PlacesCourse(notebook).report(on: event, house)
        },
        Race("Somebody who books a class 50 times at once has one booking") { house, _ in
            try impatient(at: house.open(.class, places: 100), house)
        },
        Race("Somebody who books a session 50 times at once has one booking") { house, _ in
            try impatient(at: house.open(.session, places: 100), house)
        },
    ]

    private static func crowd(at bookable: Bookable, _ house: House) throws -> Report {
        let wishes = house.people.map { _ in 1 }
        let course = try book(bookable, house, seats: wishes)
        let sold = min(bookable.capacity, house.people.count)
        return try course.report(
            on: bookable, house,
            expecting: [
                ("booked", sold), ("full", house.people.count - sold),
            ])
    }

    private static func impatient(at bookable: Bookable, _ house: House) throws -> Report {
        let notebook = Notebook<Places.Deed>()
        let errands = (0..<50).map { _ in
            SingleCall(bookable.booking(by: house.people[0]), notebook) { reply in
                bookable.meaning(of: reply, by: 0, seats: 1, notebook.number)
            }
        }
        try house.rush.run(errands)
        return try PlacesCourse(notebook).report(
            on: bookable, house, expecting: [("booked", 1), ("twice", 49)])
    }

    /// Each of the people wants so many seats.
    private static func book(
        _ bookable: Bookable, _ house: House, seats: [Int]
    ) throws -> PlacesCourse {
        let notebook = Notebook<Places.Deed>()
        let errands = zip(house.people, seats).enumerated().map { person, wish in
            SingleCall(bookable.booking(seats: wish.1, by: wish.0), notebook) { reply in
                bookable.meaning(of: reply, by: person, seats: wish.1, notebook.number)
            }
        }
        try house.rush.run(errands)
        return PlacesCourse(notebook)
    }
}
