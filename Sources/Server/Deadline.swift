/// By when something has to happen, and what it is.
struct Deadline {
    enum Purpose {
        /// The next request begins.
        case idle
        /// A head is complete.
        case head
        /// A body keeps its pace.
        case body
        /// The work on a request is done.
        case work
        /// Work that was told to stop has stopped.
        case stop
        /// A client that sends no more turns out to be there still.
        case halfClosed
        /// A line shows that it is alive.
        case beat
        /// The client of a WebSocket says farewell too.
        case farewell
        /// What nobody reads has been dropped.
        case drain
    }

    let at: Int64
    let purpose: Purpose

    init(at: Int64, for purpose: Purpose) {
        self.at = at
        self.purpose = purpose
    }
}
