import JSON

/// The roles of a user, in the spellings that systems export: `admin`, `client, instructor`,
/// `["client"]` as JSON or as text, `{client,admin}`, objects with a name.
enum ImportedRoles {
    static func read(_ json: JSON, _ faults: inout Faults) -> [String]? {
        guard let names = names(in: json) else {
            faults.add("wrong_type", "must be the names of roles")
            return nil
        }
        guard names.allSatisfy(isPlausible) else {
            faults.add(
                "bad_format",
                "must be the names of roles, of 64 characters each at most, without quotes or brackets"
            )
            return nil
        }
        return names
    }

    /// All of them once, in the order in which they came.
    static func merged(_ lists: [[String]]) -> [String] {
        var merged: [String] = []
        for name in lists.joined() where !merged.contains(name) { merged.append(name) }
        return merged
    }

    private static func names(in json: JSON) -> [String]? {
        switch json {
        case .string(let text):
            return names(inText: text)
        case .array(let elements):
            let names = elements.map(name)
            return names.contains(nil) ? nil : names.compactMap(\.self)
        case .object:
            return name(of: json).map { [$0] }
        default: return nil
        }
    }

    private static func names(inText text: String) -> [String]? {
        let text = Substring(text).trimmingBlanks
        if text.first == "[" { return (try? JSON.parse(String(text))).flatMap(names) }
        let isInBraces = text.first == "{" && text.last == "}" && text.count > 1
        return (isInBraces ? text.dropFirst().dropLast() : text)
            .split { separators.contains($0) || $0.isWhitespace }.map(adopted)
    }

    private static let separators: Set<Character> = [",", ";", "|"]

    /// One role, whose name may have blanks in it.
    private static func name(of json: JSON) -> String? {
        switch json {
        case .string(let text): adopted(Substring(text).trimmingBlanks)
        case .object: json["name"].flatMap { $0.isObject ? nil : name(of: $0) }
        default: nil
        }
    }

    /// The name as it is here.
    private static func adopted(_ name: Substring) -> String {
        let name = name.lowercased()
        return BuiltInRole.name(name)
    }

    private static func isPlausible(_ name: String) -> Bool {
        (1...64).contains(name.unicodeScalars.count)
            && !name.unicodeScalars.contains {
                $0.properties.generalCategory == .control || "[]{}\"'".unicodeScalars.contains($0)
            }
    }
}

extension JSON {
    fileprivate var isObject: Bool {
        guard case .object = self else { return false }
        return true
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
