/// Why somebody gets no seat.
enum SeatRefusal: String, Error {
    case full
    /// This person has one already.
    case twice
}
