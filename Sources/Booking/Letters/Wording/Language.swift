import HTTP
import SQLite

/// A language that letters are written in.
package enum Language: String, CaseIterable, Sendable, Bindable {
    case en
    case de

    /// The one that somebody would read best, by what their browser says (RFC 9110 section 12.5.4); nil where it
    /// names none that we have.
    package init?(accepted field: String?) {
        let ranges = (field ?? "").split(separator: ",").prefix(Language.mostRanges)
        let wanted = ranges.compactMap(Language.wanted)
        let best = wanted.max { $0.quality < $1.quality }
        guard let best, best.quality > 0,
            // Of several that are equally good, the first.
            let first = wanted.first(where: { $0.quality == best.quality })
        else { return nil }
        self = first.language
    }

    /// Browsers name five.
    private static let mostRanges = 20

    /// `de-CH;q=0.8`: which language that is, and how much it is wanted, in thousandths.
    private static func wanted(_ range: Substring) -> (language: Language, quality: Int)? {
        let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        guard let tag = parts.first?.lowercased().split(separator: "-").first,
            let language = Language(rawValue: String(tag))
        else { return nil }
        guard let weight = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("q=") })
        else { return (language, 1_000) }
        return thousandths(weight.dropFirst(2)).map { (language, $0) }
    }

    /// RFC 9110 section 12.4.2.
    private static func thousandths(_ weight: Substring) -> Int? {
        let digits = weight.replacing(".", with: "")
        guard weight.utf8.count <= 5, let first = weight.first, first == "0" || first == "1",
            weight.dropFirst().first ?? "." == ".", digits.utf8.allSatisfy(Ascii.isDigit),
            let value = Int(digits + String(repeating: "0", count: max(0, 4 - digits.utf8.count)))
        else { return nil }
        return value <= 1_000 ? value : nil
    }
}
