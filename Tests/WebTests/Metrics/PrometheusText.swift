/// Reads Prometheus' text format as strictly as a scraper would, or not at all.
struct PrometheusText {
    /// `name{a="b"}` with labels unescaped and in order, to its value.
    private(set) var samples: [(name: String, labels: [String: String], value: Double)] = []
    private(set) var types: [String: String] = [:]
    private(set) var helps: [String: String] = [:]

    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasSuffix("\n") || text.isEmpty else { return nil }
        for line in text.split(separator: "\n") {
            guard line.hasPrefix("#") ? readComment(line) : readSample(line) else { return nil }
        }
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private mutating func readComment(_ line: Substring) -> Bool {
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count == 4, words[0] == "#" else { return false }
        switch words[1] {
        case "HELP": helps[words[2]] = words[3]
        case "TYPE": types[words[2]] = words[3]
        default: return false
        }
        return true
    }

    private mutating func readSample(_ line: Substring) -> Bool {
        var rest = line
        let name = take(&rest) { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
        var labels: [String: String] = [:]
        if rest.first == "{" {
            guard readLabels(&rest, &labels) else { return false }
        }
        guard rest.first == " ", let value = Double(rest.dropFirst()), !name.isEmpty else {
            return false
        }
        samples.append((name, labels, value))
        return true
    }

    private func readLabels(_ rest: inout Substring, _ labels: inout [String: String]) -> Bool {
        while rest.first == "{" || rest.first == "," {
            rest.removeFirst()
            let name = take(&rest) { $0.isLetter || $0.isNumber || $0 == "_" }
            guard rest.hasPrefix("=\""), labels[name] == nil else { return false }
            rest.removeFirst(2)
            guard let value = unquoted(&rest) else { return false }
            labels[name] = value
        }
        guard rest.first == "}" else { return false }
        rest.removeFirst()
        return true
    }

    private func unquoted(_ rest: inout Substring) -> String? {
        var value = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return value
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                switch escaped {
                case "n": value += "\n"
                case "\\", "\"": value.append(escaped)
                default: return nil
                }
            default: value.append(character)
            }
        }
        return nil
    }

    private func take(_ rest: inout Substring, while matches: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: matches)
        rest = rest.dropFirst(taken.count)
        return String(taken)
    }
}
