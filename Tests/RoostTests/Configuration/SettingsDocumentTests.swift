import Foundation
import Testing
import Workbench

@testable import roost

@Suite("The documents of the settings")
struct SettingsDocumentTests {
    @Test("docs/SETTINGS.md says what the declarations say")
    func page() {
        expectSnapshot(SettingsDocument.page, matches: "docs/SETTINGS.md")
    }

    @Test(".env.example says what the declarations say")
    func envExample() {
        expectSnapshot(SettingsDocument.envExample, matches: ".env.example")
    }

    @Test("The README's table says what the declarations say", .enabled(if: hasReadme))
    func readme() {
        expectSnapshot(
            SettingsDocument.shortTable + "\n", between: "<!-- settings -->",
            and: "<!-- /settings -->", in: "README.md")
    }

    @Test("The example, with every line uncommented, is a configuration")
    func usableExample() throws {
        let lines = SettingsDocument.envExample.split(separator: "\n").map {
            $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0
        }
        let deployment = try Deployment([".env": lines.joined(separator: "\n")])
        #expect(try deployment.configuration().port == 8_000)
        #expect(
            Dotenv(lines.joined(separator: "\n")).entries.map(\.name) == Setting.all.map(\.name))
    }

    private static var hasReadme: Bool {
        FileManager.default.fileExists(atPath: PackageRoot.file("README.md"))
    }
}
