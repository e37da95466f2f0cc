import JSON

/// What a PATCH says of a boat.
struct BoatChanges: Sendable {
    var name: Change<String>
    var seats: Change<Int>
    var owner: Change<String?>

    static let schema: Schema<BoatChanges> = .object(
        named: "BoatChanges", BoatChanges.init,
        Field("name", \.name, change: .text(1...10), "Its name."),
        Field("seats", \.seats, change: .integer(1...12), "How many it carries."),
        Field("owner", \.owner, nullableChange: .text(1...20), "Whose it is."))

    func applied(to boat: Boat) -> Boat {
        var boat = boat
        boat.name = name.applied(to: boat.name)
        boat.seats = seats.applied(to: boat.seats)
        boat.owner = owner.applied(to: boat.owner)
        return boat
    }
}
