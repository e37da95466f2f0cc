/// A part of a line.
package indirect enum Phrase: Equatable, Sendable {
    case text(String)
    case code(String)
    case strong([Phrase])
    case emphasis([Phrase])
    case link([Phrase], to: String)
}

extension [Phrase] {
    /// What they say, without how it looks.
    package var plainText: String {
        map { phrase in
            switch phrase {
            case .text(let text), .code(let text): text
            case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.plainText
            }
        }.joined()
    }

    /// Where their links lead.
    package var destinations: [String] {
        flatMap { phrase -> [String] in
            switch phrase {
            case .text, .code: []
            case .strong(let inner), .emphasis(let inner): inner.destinations
            case .link(let inner, let destination): [destination] + inner.destinations
            }
        }
    }
}
