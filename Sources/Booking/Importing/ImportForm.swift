/// How a table is written in a file.
package enum ImportForm: Equatable, Sendable {
    /// Commas between the values, or what the header has in their place.
    case csv
    /// Tabs between the values.
    case tsv
    /// A JSON object on each line.
    case jsonLines

    /// The one that a file's name tells of by its end.
    package init(of path: String) throws(ImportError) {
        let name = path.split(separator: "/").last ?? ""
        let end = name.lastIndex(of: ".").map { name[$0...].lowercased() }
        switch end {
        case ".csv": self = .csv
        case ".tsv": self = .tsv
        case ".jsonl", ".ndjson": self = .jsonLines
        case ".json": throw ImportError(line: nil, reason: Self.advice(path, Self.ofJSON))
        default: throw ImportError(line: nil, reason: Self.advice(path, Self.ofTables))
        }
    }

    private static func advice(_ path: String, _ rest: String) -> String {
        "\(path) can't be read by its name: \(rest)"
    }

    private static let ofTables = "tables end in .csv, .tsv, .jsonl or .ndjson"
    private static let ofJSON =
        "one object a line is needed, in a file that ends in .jsonl (jq -c '.[]' makes such lines)"
}
