import JSON
import Workbench

@testable import Booking

/// Finds where entries could hold what belongs to a person: entries are never changed, so what is in
/// them can't be erased.
struct PersonalData {
    /// Members that are none although they look like it, each with the reason:
    /// `class.created/name`.
    let exceptions: [String: String]

    init(exceptions: [String: String] = [:]) {
        self.exceptions = exceptions
    }

    /// Words in the name of a member that would tell of a person.
    private static let words: Set = [
        "address", "agent", "bio", "birth", "birthday", "comment", "contact", "email", "hash",
        "ip", "mail", "message", "mobile", "name", "note", "notes", "password", "phone", "photo",
        "reason", "secret", "street", "surname", "tel", "token", "username",
    ]
    /// Formats of text in which nobody can write freely.
    private static let formats: Set = ["uuid", "date-time", "date", "time", "time-zone"]

    /// Every place that is neither harmless nor excepted, and every exception that no place needs.
    func findings(in kinds: [ReplayableKind]) -> [String] {
        let places = kinds.flatMap { kind in
            var walk = Walk(kind)
            walk.visit(kind.document.usage, at: kind.name)
            return walk.places
        }
        let suspicious = places.filter { exceptions[$0.path] == nil }.map(\.text)
        let needless = exceptions.keys.filter { path in !places.contains { $0.path == path } }
        return suspicious + needless.sorted().map { "\($0) needs no exception" }
    }

    private struct Place {
        let path: String
        let what: String
        var text: String { "\(path) \(what)" }
    }

    /// A walk through the document of one kind.
    private struct Walk {
        private let components: Components
        private(set) var places: [Place] = []
        /// The components on the way here: one that holds itself is walked once.
        private var open: Set<String> = []

        init(_ kind: ReplayableKind) {
            var components = Components()
            components.add(kind.document)
            self.components = components
        }

        mutating func visit(_ schema: JSON, at path: String) {
            if case .string(let reference)? = schema["$ref"] {
                return follow(String(reference.split(separator: "/").last ?? ""), at: path)
            }
            if case .array(let choices)? = schema["anyOf"] {
                for choice in choices { visit(choice, at: path) }
            } else if types(of: schema).isEmpty {
                places.append(Place(path: path, what: "may hold anything"))
            }
            for type in types(of: schema) { visit(schema, as: type, at: path) }
        }

        private mutating func follow(_ name: String, at path: String) {
            guard open.insert(name).inserted else { return }
            defer { open.remove(name) }
            guard let definition = components.definitions.first(where: { $0.name == name }) else {
                return places.append(Place(path: path, what: "is described nowhere"))
            }
            visit(definition.value, at: path)
        }

        private mutating func visit(_ schema: JSON, as type: String, at path: String) {
            switch type {
            case "object": visitMembers(of: schema, at: path)
            case "array": visit(schema["items"] ?? [:], at: path)
            case "string": visitText(schema, at: path)
            default: break
            }
        }

        private mutating func visitMembers(of schema: JSON, at path: String) {
            if schema["additionalProperties"] != nil {
                places.append(Place(path: path, what: "may have members of any name"))
            }
            guard case .object(let members)? = schema["properties"] else { return }
            for member in members {
                let place = "\(path)/\(member.name)"
                let named = words(of: member.name).filter(PersonalData.words.contains)
                if let word = named.first {
                    places.append(Place(path: place, what: "is called “\(word)”"))
                }
                visit(member.value, at: place)
            }
        }

        private mutating func visitText(_ schema: JSON, at path: String) {
            guard schema["enum"] == nil else { return }
            guard case .string(let format)? = schema["format"] else {
                return places.append(Place(path: path, what: "may hold any text"))
            }
            guard !PersonalData.formats.contains(format) else { return }
            places.append(Place(path: path, what: "may hold text of the format \(format)"))
        }

        private func types(of schema: JSON) -> [String] {
            switch schema["type"] {
            case .string(let type): [type]
            case .array(let types):
                types.compactMap { if case .string(let type) = $0 { type } else { nil } }
            default: []
            }
        }

        /// `clientName` and `client_name` are both client and name.
        private func words(of name: String) -> [String] {
            var words = [""]
            for character in name {
                if character.isUppercase || !character.isLetter { words.append("") }
                if character.isLetter { words[words.count - 1] += character.lowercased() }
            }
            return words.filter { !$0.isEmpty }
        }
    }
}
