import JSON

/// One row of a table that somebody imports.
package struct ImportRow: Equatable, Sendable {
    /// Where it begins in the file, counted from one.
    package let line: Int
    /// By the names of the columns, trimmed and in lower case. Only what is there: neither what is empty
    /// in a CSV file nor `null`.
    package let values: [String: JSON]

    package init(line: Int, _ values: [String: JSON]) {
        self.line = line
        self.values = values
    }
}

extension String {
    /// A column's name as rows have it.
    var asColumnName: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = unicodeScalars.drop(while: isBlank)
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[...last]).lowercased()
    }
}
