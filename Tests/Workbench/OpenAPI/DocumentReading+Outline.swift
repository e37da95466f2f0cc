import JSON

extension DocumentReading {
    /// The whole document in lines: a snapshot that fits on a few screens.
    package var outline: String {
        var lines = document.members.filter { !["paths", "components"].contains($0.name) }
            .map { DocumentReading.line($0, indentation: "") }
        for operation in operations {
            lines.append("\n\(operation.method) \(operation.path)")
            lines += DocumentReading.lines(of: operation.json, indentation: "  ")
        }
        for group in document["components"]?.members ?? [] {
            lines.append("\n\(group.name)")
            lines += group.value.members.map { DocumentReading.line($0, indentation: "  ") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Responses take a line each, everything else one for itself.
    private static func lines(of operation: JSON, indentation: String) -> [String] {
        operation.members.flatMap { member in
            guard member.name == "responses" else {
                return [line(member, indentation: indentation)]
            }
            return member.value.members.map { line($0, indentation: indentation) }
        }
    }

    private static func line(_ member: JSON.Member, indentation: String) -> String {
        let text = member.value.prettyText.split(separator: "\n")
            .map { $0.drop { $0 == " " } }.joined(separator: " ")
        return "\(indentation)\(member.name): \(text)"
    }
}
