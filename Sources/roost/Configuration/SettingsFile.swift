import JSON

/// A `config/<ENVIRONMENT>.json`: one object that gives settings their values.
///
/// A value is a text, a number, a boolean or a list of texts. Each becomes the text that the
/// environment would hold, so that one reader checks them all.
struct SettingsFile {
    private(set) var entries: [(name: String, text: String)] = []
    /// What is wrong, in words that can follow the file's name.
    private(set) var faults: [String] = []

    init(_ text: String) {
        do {
            guard case .object(let members) = try JSON.parse(text) else {
                faults.append("expected an object of settings")
                return
            }
            for member in members { read(member) }
        } catch {
            faults.append("\(error)")
        }
    }

    private mutating func read(_ member: JSON.Member) {
        switch member.value {
        case .string(let text): entries.append((member.name, text))
        case .bool, .integer, .decimal: entries.append((member.name, member.value.text))
        case .array(let items) where items.allSatisfy(\.isString):
            entries.append((member.name, member.value.text))
        case .null, .array, .object:
            faults.append(
                "\(member.name): expected a text, a number, true, false or a list of texts")
        }
    }
}

extension JSON {
    fileprivate var isString: Bool {
        if case .string = self { true } else { false }
    }
}
