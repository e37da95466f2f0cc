/// A request and its answer, with the moments between which it took effect.
///
/// The moments are nanoseconds of a clock that only goes forward; the first was read before the request
/// was sent, the second after the answer was there.
package struct Episode<Deed: Sendable>: Sendable {
    package let begin: Int
    package let end: Int
    /// What was asked, and what was told.
    package let deed: Deed

    package init(from begin: Int, to end: Int, _ deed: Deed) {
        self.begin = begin
        self.end = end
        self.deed = deed
    }
}
