/// How an operator writes where the database lies: as `sqlite:///PATH` or as the plain path.
///
/// The URL is the one that SQLAlchemy made common: a relative path follows three slashes, an absolute
/// one brings a fourth. Nothing in it is decoded; a path with `%`, `?` or `#` is given plainly.
enum DatabaseAddress {
    /// Why a text names no file of a database.
    enum Refusal: Error, Equatable {
        case illFormed
        case inMemory
        case otherEngine(String)
        case wrongSlashes
    }

    /// The path of the database's file.
    static func file(of text: String) throws(Refusal) -> String {
        guard text != ":memory:" else { throw .inMemory }
        guard let colon = text.prefix(while: { $0 != "/" }).firstIndex(of: ":") else {
            return try path(text)
        }
        try check(scheme: text[..<colon].lowercased())
        let rest = text[text.index(after: colon)...]
        guard !inMemory.contains(rest) else { throw .inMemory }
        guard rest.hasPrefix("///") else { throw .wrongSlashes }
        guard !rest.contains(where: { "%?#".contains($0) }) else { throw .illFormed }
        return try path(String(rest.dropFirst(3)))
    }

    /// What stands behind `sqlite:` where SQLAlchemy keeps a database in memory.
    private static let inMemory: Set<Substring> = [
        "", "//", "///", ":memory:", "//:memory:", "///:memory:",
    ]

    /// A driver's name behind a plus, as in `sqlite+aiosqlite`, means nothing here and does no harm.
    private static func check(scheme: String) throws(Refusal) {
        guard scheme != "sqlite", !scheme.hasPrefix("sqlite+") else { return }
        let isName = scheme.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2B
        }
        throw .otherEngine(isName && !scheme.isEmpty ? scheme : "another kind")
    }

    private static func path(_ text: String) throws(Refusal) -> String {
        let name = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let isPath = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        guard isPath, !["", ".", ".."].contains(name) else { throw .illFormed }
        return text
    }
}

extension DatabaseAddress.Refusal {
    /// What is wrong, in words that can follow a setting's name; `nil` where what was expected says all.
    ///
    /// The text itself is not in them: other engines' URLs hold passwords.
    var sentence: String? {
        switch self {
        case .illFormed:
            nil
        case .inMemory:
            "names a database in memory: the server needs a file, as in sqlite:///var/roost.db"
        case .otherEngine(let name):
            "names a database of \(name): only SQLite is supported, as in sqlite:///var/roost.db"
        case .wrongSlashes:
            "needs three slashes before a relative path and four before an absolute one, "
                + "as in sqlite:///var/roost.db and sqlite:////srv/roost.db"
        }
    }
}
