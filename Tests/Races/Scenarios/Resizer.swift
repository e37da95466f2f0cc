import Chance
import JSON

/// A host who changes how many places there are, up and down.
struct Resizer: Errand {
    private let bookable: Bookable
    private let token: String
    private let notebook: Notebook<Places.Deed>
    private var random: SeededGenerator
    private var stepsLeft: Int
    private var capacity = 0

    init(
        _ bookable: Bookable, _ house: House, _ notebook: Notebook<Places.Deed>, steps: Int,
        seed: UInt64
    ) {
        self.bookable = bookable
        self.notebook = notebook
        token = house.host(of: bookable)
        random = SeededGenerator(seed: seed, number: .max)
        stepsLeft = steps
    }

    mutating func next(after answered: Answered?) -> Call? {
        if let answered {
            switch (answered.reply?.status, answered.reply?.code) {
            case (200, _): notebook.note(answered, .resized(to: capacity))
            case (409, "capacity_below_bookings"):
                notebook.note(answered, .refusedResize(to: capacity))
            default: notebook.find(answered)
            }
        }
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        capacity = 1 + random.below(bookable.capacity * 2)
        let body = JSON.object([.init(bookable.capacityMember, .integer(Int64(capacity)))])
        return Call("PATCH", bookable.path, body, by: token)
    }
}
