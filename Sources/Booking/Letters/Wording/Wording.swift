import JSON
import Time

/// How letters say things in one language.
package struct Wording: Sendable {
    package let language: Language
    let weekdays: [String]
    let months: [String]
    private let texts: [Phrase: String]

    init(_ language: Language, json: [UInt8]) throws {
        func unreadable(_ reason: String) -> UnreadableMessages {
            UnreadableMessages(language: language.rawValue, reason: reason)
        }
        let file = try JSON.parse(json)
        guard case .object(let members) = file["texts"] else { throw unreadable("no texts") }
        self.language = language
        weekdays =
            try Wording.names(file["weekdays"], count: 7) ?? { throw unreadable("weekdays") }()
        months = try Wording.names(file["months"], count: 12) ?? { throw unreadable("months") }()
        var texts: [Phrase: String] = [:]
        for member in members {
            guard let phrase = Phrase(rawValue: member.name), case .string(let text) = member.value
            else { throw unreadable("\(member.name) says nothing that is needed") }
            texts[phrase] = text
        }
        for phrase in Phrase.allCases where texts[phrase] == nil {
            throw unreadable("\(phrase.rawValue) is missing")
        }
        self.texts = texts
    }

    private static func names(_ json: JSON?, count: Int) -> [String]? {
        guard case .array(let names) = json, names.count == count else { return nil }
        let texts = names.compactMap { name -> String? in
            guard case .string(let text) = name else { return nil }
            return text
        }
        return texts.count == count ? texts : nil
    }

    /// A phrase with what stands in the places that it leaves, such as `{name}`. What people have written is
    /// put there as `WrittenText` has it, and never looked at for more places.
    func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
        var rest = (texts[phrase] ?? "")[...]
        var text = ""
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            text += rest[..<start]
            let place = rest[rest.index(after: start)..<end]
            text += values.first { $0.key == place }?.value ?? String(rest[start...end])
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }
}
