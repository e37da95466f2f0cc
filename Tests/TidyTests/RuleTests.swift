import Testing

@Suite("The rules of the house")
struct RuleTests {
    @Test("A rule finds what breaks it", arguments: Example.bad)
    func bad(example: Example) {
        #expect(!example.findings.isEmpty)
    }

    @Test("A rule lets pass what keeps it", arguments: Example.good)
    func good(example: Example) {
        #expect(example.findings == [])
    }

    @Test("Every rule is tested by something that breaks it", arguments: Rule.all)
    func complete(rule: Rule) {
        #expect(Example.bad.contains { $0.rule.name == rule.name })
    }

    @Test("A finding says where")
    func place() {
        let file = SourceText(path: "Sources/Web/A.swift", text: "let a = 1\nlet b = try! c\n")
        #expect(
            Rule.traps.findings(file).map(\.description) == [
                "Sources/Web/A.swift:2: try! takes the server down"
            ])
    }
}
