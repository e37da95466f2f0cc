/// How far along the journal a lane has been planned.
struct LanePlace: Equatable, Sendable {
    /// The last entry of which everything is planned.
    var seq: Int
    /// How far within the next one.
    var within: String?

    init(_ seq: Int, within: String? = nil) {
        self.seq = seq
        self.within = within
    }
}
