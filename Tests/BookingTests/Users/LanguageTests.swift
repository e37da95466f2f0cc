import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The language of an account")
struct LanguageTests {
    @Test("Is none until somebody says one, can be changed, and be none again")
    func changed() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        #expect(try await house.ask(.get, "/me", as: ann).json?["language"] == .null)
        for language: JSON in ["de", "en", .null] {
            let answer = try await house.ask(.patch, "/me", ["language": language], as: ann)
            #expect(answer.status == 200 && answer.json?["language"] == language)
        }
    }

    @Test("Is one that letters can be in", arguments: ["fr", "DE", "", "de-DE"])
    func refused(language: String) async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let answer = try await house.ask(
            .patch, "/me", ["language": .string(language)], as: ann)
        #expect(answer.status == 422)
    }

    @Test("Is in what one takes home, and in the journal only by name")
    func export() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        _ = try await house.ask(.patch, "/me", ["language": "de"], as: ann)
        let export = try await house.ask(.get, "/me/export", as: ann)
        #expect(export.json?["account"]?["language"] == "de")
        #expect(export.text.contains("\"parts\":[\"language\"]"))
    }

    @Test("An admin can set it")
    func admin() async throws {
        let house = try await House()
        let (ann, boss) = (try await house.person("ann"), try await house.admin())
        let answer = try await house.ask(
            .patch, "/users/\(ann.id)", ["language": "de"], as: boss)
        #expect(answer.json?["language"] == "de")
    }
}
