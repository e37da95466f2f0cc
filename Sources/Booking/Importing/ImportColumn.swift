/// What the columns of somebody's table mean here, by the names that systems have for them.
protocol ImportColumn: Hashable, CaseIterable {
    /// In lower case, without anything between the words.
    var names: [String] { get }
    /// All names with what they mean, made once by `spellings()`.
    static var byName: [String: Self] { get }
    /// Whether the text of a `NULL` can be meant as it is written.
    var mayBeCalledNull: Bool { get }
    /// Whether blanks can be meant as they are written.
    var mayBeBlank: Bool { get }
}

extension ImportColumn {
    /// The column of that name, in whichever of its usual spellings: `createdAt`, `Created at`.
    init?(named name: String) {
        let letters = name.utf8.filter { !Self.isMark($0) }
        let spelling = String(decoding: letters, as: UTF8.self).lowercased()
        guard let column = Self.byName[spelling] else { return nil }
        self = column
    }

    static func spellings() -> [String: Self] {
        let pairs = allCases.flatMap { column in column.names.map { ($0, column) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Whether it stands between words only.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."): true
        default: false
        }
    }
}
