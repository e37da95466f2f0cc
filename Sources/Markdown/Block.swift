/// A part of a text that stands on lines of its own.
package indirect enum Block: Equatable, Sendable {
    /// `anchor` is how links within the page lead to it.
    case heading(level: Int, anchor: String, [Phrase])
    case paragraph([Phrase])
    /// `line` is the one of the text on which the code begins, for whoever runs it.
    case code(language: String, text: String, line: Int)
    /// `start` is the first number of an ordered list, nil where it has bullets.
    case list(start: Int?, items: [[Block]])
    case quote([Block])
    case table(head: [[Phrase]], rows: [[[Phrase]]])
    case rule
}
