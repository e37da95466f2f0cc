import SQLite

/// Values as SQLite tells them apart: text by its bytes, where Swift's `==` takes "é" for "e" and an
/// accent.
extension SQLValue {
    func isSame(as other: SQLValue) -> Bool {
        switch (self, other) {
        case (.text(let mine), .text(let its)): mine.utf8.elementsEqual(its.utf8)
        case (.real(let mine), .real(let its)): mine.bitPattern == its.bitPattern
        default: self == other
        }
    }

    /// Whether it comes first in an `order by` (https://www.sqlite.org/datatype3.html section 4.1).
    func precedes(_ other: SQLValue) -> Bool {
        switch (self, other) {
        case (.integer(let mine), .integer(let its)): mine < its
        case (.real(let mine), .real(let its)): mine < its
        case (.integer(let mine), .real(let its)): Double(mine) < its
        case (.real(let mine), .integer(let its)): mine < Double(its)
        case (.text(let mine), .text(let its)): mine.utf8.lexicographicallyPrecedes(its.utf8)
        case (.bytes(let mine), .bytes(let its)): mine.lexicographicallyPrecedes(its)
        default: rank < other.rank
        }
    }

    private var rank: Int {
        switch self {
        case .null: 0
        case .integer, .real: 1
        case .text: 2
        case .bytes: 3
        }
    }

    /// The value in one short line.
    var shown: String {
        switch self {
        case .null: "null"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): "'\(text.prefix(80))\(text.count > 80 ? "…" : "")'"
        case .bytes(let bytes): "\(bytes.count) bytes"
        }
    }
}

extension [SQLValue] {
    /// Whether a row with this key comes before one with that key.
    func precedes(_ other: [SQLValue]) -> Bool {
        for (mine, its) in zip(self, other) {
            if mine.precedes(its) { return true }
            if its.precedes(mine) { return false }
        }
        return false
    }
}
