import Messages

/// All languages that letters can be written in.
package struct Wordings: Sendable {
    private let all: [Language: Wording]
    private let usual: Wording

    /// Reads the files that are in the binary. `usual` is for those who have said nothing.
    package init(usual: Language) throws {
        var all: [Language: Wording] = [:]
        for file in EmbeddedMessages.all {
            guard let language = Language(rawValue: file.language) else {
                throw UnreadableMessages(language: file.language, reason: "nobody knows of it")
            }
            all[language] = try Wording(language, json: file.json)
        }
        guard let wording = all[usual] else {
            throw UnreadableMessages(language: usual.rawValue, reason: "there are none")
        }
        self.all = all
        self.usual = wording
    }

    package subscript(language: Language?) -> Wording {
        language.flatMap { all[$0] } ?? usual
    }
}
