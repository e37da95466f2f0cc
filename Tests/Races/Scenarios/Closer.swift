/// A host who cancels a class amid the bookings, after having looked at something else for a while.
struct Closer: Errand {
    private let bookable: Bookable
    private let token: String
    private let notebook: Notebook<Places.Deed>
    private var looksLeft: Int
    private var hasClosed = false

    init(
        _ bookable: Bookable, _ house: House, _ notebook: Notebook<Places.Deed>, behind looks: Int
    ) {
        self.bookable = bookable
        self.notebook = notebook
        token = house.host(of: bookable)
        looksLeft = looks
    }

    mutating func next(after answered: Answered?) -> Call? {
        if hasClosed, let answered {
            if answered.reply?.status == 200 {
                notebook.note(answered, .closed)
            } else {
                notebook.find(answered)
            }
            return nil
        }
        looksLeft -= 1
        guard looksLeft < 0 else { return Call("GET", "/health") }
        hasClosed = true
        return Call("POST", "\(bookable.path)/cancel", by: token)
    }
}
