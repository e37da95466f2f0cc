import Testing

@Suite("The repository is tidy")
struct TidyTests {
    @Test("Every file keeps the rule", arguments: Rule.all)
    func rule(_ rule: Rule) {
        let findings = Repository.files.flatMap(rule.findings)
        #expect(findings.isEmpty, "\n\(findings.map(\.description).joined(separator: "\n"))")
    }

    @Test("Nothing else stands at the top level")
    func topLevel() {
        let strange = Repository.topLevelNames.filter { !Repository.topLevel.contains($0) }
        #expect(strange == [])
    }

    @Test("The files are found")
    func files() {
        let paths = Repository.files.map(\.path)
        #expect(paths.contains("Sources/roost/main.swift"))
        #expect(paths.contains("Tests/TidyTests/TidyTests.swift"))
        #expect(paths.contains("Makefile"))
    }

    @Test("Every exception is still needed", arguments: Exceptions.unchecked.keys.sorted())
    func exceptions(path: String) throws {
        let file = try #require(Repository.files.first { $0.path == path })
        #expect(!file.findings(ofWords: Exceptions.uncheckedWords) { $0 }.isEmpty)
    }
}

extension Rule: CustomTestStringConvertible {
    var testDescription: String { name }
}
