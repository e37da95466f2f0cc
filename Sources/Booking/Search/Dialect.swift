import SQLite

/// What SQLite says in another way than PostgreSQL would: all of it stands here, so that another engine
/// needs another file and nothing more.
enum Dialect {
    /// The pattern by which FTS5 finds rows that have all of these words, each at least in its beginning.
    /// Between quotes they have no other meaning (https://www.sqlite.org/fts5.html section 3.1).
    static func pattern(_ words: [String]) -> String {
        words.map { "\"\($0)\" *" }.joined(separator: " AND ")
    }

    /// Whether a column has a text somewhere in it, without regard to the case of ASCII letters: what every
    /// engine can answer, by going through the rows.
    static func contains(_ column: SQL, _ text: String) -> SQL {
        "\(column) like \("%\(escaped(text))%") escape '\\'"
    }

    /// With the wildcards of `like` meant as they are written.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            if ["%", "_", "\\"].contains(scalar) { escaped.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
    }
}
