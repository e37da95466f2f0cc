import Testing

/// A file's text that a rule is shown.
struct Example: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let path: String
    let text: String

    init(_ rule: Rule, _ text: String, at path: String = "Sources/Web/A.swift") {
        self.rule = rule
        self.path = path
        self.text = text
    }

    var findings: [Finding] {
        rule.findings(SourceText(path: path, text: text))
    }

    var testDescription: String {
        "\(rule.name): \(path), \(String(text.prefix(60)).debugDescription)"
    }

    /// So many lines.
    static func lines(_ count: Int) -> String {
        String(repeating: "    a()\n", count: count)
    }
}
