/// One thing to know: what it is called, and what it is.
package struct LetterFact: Equatable, Sendable {
    let name: String
    let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// What has lines of its own stands below its name.
    var text: String {
        value.contains { $0.isNewline } ? "\(name):\n\(value)" : "\(name): \(value)"
    }

    var html: String {
        """
        <div style="\(LetterStyle.name)">\(name.linesForHTML)</div>
        <div dir="auto" style="\(LetterStyle.value)">\(value.linesForHTML)</div>
        """
    }
}
