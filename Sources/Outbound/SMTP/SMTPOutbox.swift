/// The bytes of a mail, as libcurl fetches them piece by piece. It belongs to the thread of its session.
final class SMTPOutbox {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// Moves as much as there is room for; how much that was.
    func move(to place: UnsafeMutableRawBufferPointer) -> Int {
        let piece = rest.prefix(place.count)
        place.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}
