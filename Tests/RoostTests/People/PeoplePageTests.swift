import Foundation
import Testing
import Workbench

@testable import roost

@Suite("docs/PEOPLE.md")
struct PeoplePageTests {
    private let page: String

    init() throws {
        page = try String(contentsOfFile: PackageRoot.file("docs/PEOPLE.md"), encoding: .utf8)
    }

    @Test("Every command in it is one, with flags that it has")
    func commands() {
        let lines = page.split(separator: "\n").compactMap { line -> String? in
            guard let range = line.firstRange(of: "roost ") else { return nil }
            let rest = String(line[range.upperBound...])
            return rest.split { $0 == "#" || $0 == "`" }.first.map(String.init)
        }
        #expect(lines.count > 4)
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            let command = Command.all.first { command in
                words.starts(with: command.name.split(separator: " ").map(String.init))
            }
            #expect(command != nil, "\(line)")
            for flag in words where flag.hasPrefix("--") {
                #expect(command?.flags.contains { "--\($0.name)" == flag } == true, "\(flag)")
            }
        }
    }

    @Test("Every setting in it is one")
    func settings() {
        let named = page.matches(of: /\b[A-Z]+(?:_[A-Z]+)+/).map { String($0.output) }
        #expect(named.count > 8)
        for name in Set(named) { #expect(Setting.byName[name] != nil, "\(name)") }
    }
}
