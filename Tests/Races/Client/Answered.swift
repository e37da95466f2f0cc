/// A call and what came of it, with the moments before and after.
package struct Answered: Sendable {
    package let call: Call
    package let begin: Int
    package let end: Int
    /// Nil where the connection ended first: then nobody knows what happened.
    package let reply: Reply?

    package func episode<Deed>(_ deed: Deed) -> Episode<Deed> {
        Episode(from: begin, to: end, deed)
    }
}
