/// What somebody typed to find something: its words, each of which has to be there.
///
/// Words are found by their beginnings, without regard to case and accents. A text without a letter or a
/// digit in it has no words; then it is looked for as it is.
struct SearchText: Sendable {
    /// More find nothing more.
    private static let mostWords = 8

    let words: [String]
    /// The text without blanks around it, where it has no words.
    let symbols: String?

    /// Nil where nothing is looked for.
    init?(_ text: String?) {
        let parts = (text ?? "").unicodeScalars.split { !SearchText.isPartOfWord($0) }
        words = parts.prefix(SearchText.mostWords).map(String.init)
        let rest = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        symbols = words.isEmpty && !rest.isEmpty ? rest : nil
        if words.isEmpty && symbols == nil { return nil }
    }

    /// The index cuts texts into words in the same way: at everything but letters, digits and the marks
    /// that belong to them (https://www.sqlite.org/fts5.html section 4.3.1).
    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark,
            .enclosingMark, .privateUse:
            true
        default: false
        }
    }
}
