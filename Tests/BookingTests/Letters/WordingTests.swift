import Foundation
import JSON
import Messages
import Testing
import Time
import Workbench

@testable import Booking

@Suite("What letters say")
struct WordingTests {
    /// The places that a text leaves for something: `{name}`.
    private func places(_ text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "}" })
        }.sorted()
    }

    private func texts(_ json: [UInt8]) throws -> [String: String] {
        guard case .object(let members) = try JSON.parse(json)["texts"] else { return [:] }
        var texts: [String: String] = [:]
        for member in members {
            guard case .string(let text) = member.value else { continue }
            texts[member.name] = text
        }
        return texts
    }

    @Test("Every language has a file in the binary, and every file is a language's")
    func languages() throws {
        #expect(
            EmbeddedMessages.all.map(\.language).sorted()
                == Language.allCases.map(\.rawValue).sorted())
        for language in Language.allCases {
            #expect(try Wordings(usual: language)[nil].language == language)
        }
    }

    @Test("Every language says the same things, and leaves places for the same")
    func alike() throws {
        let english = try texts(try #require(EmbeddedMessages.all.first).json)
        #expect(Set(english.keys) == Set(Phrase.allCases.map(\.rawValue)))
        for file in EmbeddedMessages.all {
            let texts = try texts(file.json)
            #expect(Set(texts.keys) == Set(english.keys))
            for (name, text) in texts {
                #expect(!text.isEmpty && text.count { $0 == "{" } == text.count { $0 == "}" })
                #expect(places(text) == places(english[name] ?? ""), "\(file.language): \(name)")
            }
        }
    }

    @Test("Everything that can be said is said somewhere", arguments: Phrase.allCases)
    func used(phrase: Phrase) throws {
        let code = try Self.code.get()
        #expect([")", ",", " ", "\n"].contains { code.contains(".\(phrase)\($0)") })
    }

    /// The sources of letters, without the list of phrases.
    private static let code = Result { () throws -> String in
        var code = ""
        for folder in ["Letters", "Notices/Mail"] {
            let path = PackageRoot.file("Sources/Booking/\(folder)")
            for name in try FileManager.default.subpathsOfDirectory(atPath: path)
            where name.hasSuffix(".swift") && !name.hasSuffix("/Phrase.swift") {
                code += try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
            }
        }
        return code
    }

    @Test("A file that lacks something, or says what nobody asks for, isn't read")
    func broken() throws {
        let file = String(decoding: try #require(EmbeddedMessages.all.first).json, as: UTF8.self)
        for (old, new) in [
            ("\"Monday\", ", ""), ("\"March\"", "3"), ("\"greeting\":", "\"greting\":"),
            ("\"texts\"", "\"text\""), ("\"code\": \"", "\"code\": 1, \"x\": \""),
        ] {
            #expect(file.contains(old))
            #expect(throws: UnreadableMessages.self) {
                try Wording(.en, json: Array(file.replacing(old, with: new).utf8))
            }
        }
    }

    @Test("What is put into a place is never looked at for more places")
    func braces() throws {
        let wording = try Wordings(usual: .en)[.en]
        #expect(wording(.greeting, ["name": "{name} {title}"]) == "Hello {name} {title},")
        #expect(wording(.greeting) == "Hello {name},")
    }

    // MARK: Times

    private func time(_ start: String, _ end: String?, _ zone: String) throws -> LetterTime {
        func local(_ text: String) throws -> LocalTime {
            LocalTime(
                try #require(CivilDate(iso8601: String(text.prefix(10)))),
                try #require(TimeOfDay(String(text.suffix(5)))))
        }
        return LetterTime(from: try local(start), to: try end.map(local), in: zone)
    }

    @Test("A time says the day of the week, the clocks of the place, and whose they are")
    func spans() throws {
        let wordings = try Wordings(usual: .en)
        let hour = try time("2026-01-15T09:05", "2026-01-15T10:00", "Europe/Berlin")
        #expect(
            wordings[.en].span(hour) == "Thursday, 15 January 2026, 09:05–10:00 (Europe/Berlin)")
        #expect(
            wordings[.de].span(hour)
                == "Donnerstag, 15. Januar 2026, 09:05–10:00 Uhr (Europe/Berlin)")
        let days = try time("2026-02-28T09:00", "2026-03-01T00:00", "America/New_York")
        #expect(
            wordings[.en].span(days)
                == "Saturday, 28 February 2026, 09:00 – Sunday, 1 March 2026, 00:00 (America/New York)"
        )
        let moment = try time("1969-12-29T23:59", nil, "UTC")
        #expect(wordings[.de].span(moment) == "Montag, 29. Dezember 1969, 23:59 Uhr (UTC)")
    }

    @Test("Money has two decimals behind the mark of the language")
    func money() throws {
        let wordings = try Wordings(usual: .en)
        #expect(wordings[.en].money(2_500, "USD") == "25.00 USD")
        #expect(wordings[.de].money(100_005, "EUR") == "1000,05 EUR")
    }

    // MARK: What people have written

    @Test(
        "What turns the direction of a line is left out; what is written from the right stands apart"
    )
    func direction() {
        #expect(WrittenText.line("a\u{202E}b\u{2066}c") == "abc")
        #expect(WrittenText.line("שלום") == "\u{2068}שלום\u{2069}")
        #expect(WrittenText.line("Zoë 山田 😀") == "Zoë 山田 😀")
        #expect(WrittenText.line("a\r\nb\u{2028}c\0d") == "a  b c d")
        #expect(WrittenText.apart("a\nb") == "a\nb")
    }

    // MARK: Languages

    @Test(
        "Of the languages that a browser names, the best that we have is taken",
        arguments: [
            ("de", Language.de), ("de-CH", .de), ("DE", .de), ("en-US,en;q=0.5", .en),
            ("fr,de;q=0.5,en;q=0.4", .de), ("fr, en ; q=0.2 , de;q=0.19", .en), ("en;q=1.000", .en),
            ("en;q=0.5,de", .de), ("de,en", .de),
        ])
    func accepted(field: String, language: Language) {
        #expect(Language(accepted: field) == language)
    }

    @Test(
        "Where it names none that we have, none is taken",
        arguments: [
            nil, "", "fr", "*", "de;q=0", "de;q=0.000", "de;q=2", "de;q=-1", "de;q=x", "de;q=",
            "dee", ";;,,;q=", "\0",
        ])
    func notAccepted(field: String?) {
        #expect(Language(accepted: field) == nil)
    }
}
