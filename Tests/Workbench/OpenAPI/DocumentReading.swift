import JSON

/// An OpenAPI document as a client's generator reads it, and what it would stumble over.
package struct DocumentReading {
    let document: JSON

    package init(_ document: JSON) {
        self.document = document
    }

    /// An operation and where it stands.
    package struct Operation {
        package let path: String
        package let method: String
        package let json: JSON

        package var id: String { json["operationId"]?.string ?? "" }

        /// The names of its parameters in one place, `path` or `query`.
        package func parameters(in place: String) -> [String] {
            (json["parameters"]?.elements ?? []).filter { $0["in"]?.string == place }
                .compactMap { $0["name"]?.string }
        }
    }

    package var operations: [Operation] {
        (document["paths"]?.members ?? []).flatMap { path in
            path.value.members.map {
                Operation(path: path.name, method: $0.name, json: $0.value)
            }
        }
    }

    /// The operation with this id.
    package subscript(id: String) -> JSON? {
        operations.first { $0.id == id }?.json
    }

    /// Ids that more than one operation has.
    package var repeatedIDs: [String] {
        let ids = operations.map(\.id)
        return Set(ids).filter { id in ids.count { $0 == id } > 1 }.sorted()
    }

    /// References to what is not there.
    package var brokenReferences: [String] {
        references(in: document).filter { resolve($0) == nil }
    }

    /// Paths whose braces are not the parameters that are documented.
    package var misnamedParameters: [String] {
        operations.filter { operation in
            let named = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }
                .map { String($0.dropFirst().dropLast()) }
            return named != operation.parameters(in: "path")
        }.map { "\($0.method) \($0.path)" }
    }

    /// Tags that operations have and the document does not explain.
    package var unknownTags: [String] {
        let known = (document["tags"]?.elements ?? []).compactMap { $0["name"]?.string }
        return operations.flatMap { $0.json["tags"]?.elements ?? [] }.compactMap(\.string)
            .filter { !known.contains($0) }
    }

    private func references(in json: JSON) -> [String] {
        let here = json["$ref"]?.string.map { [$0] } ?? []
        return here + json.members.flatMap { references(in: $0.value) }
            + json.elements.flatMap(references)
    }

    private func resolve(_ reference: String) -> JSON? {
        let steps = reference.split(separator: "/").map(String.init)
        guard steps.first == "#" else { return nil }
        return steps.dropFirst().reduce(Optional(document)) { $0?[$1] }
    }
}

extension DocumentReading {
    /// A body, an answer or a message in JSON, and where it stands.
    package struct Content {
        package let place: String
        package let json: JSON
    }

    /// All that comes in or goes out as JSON, problems apart.
    package var contents: [Content] {
        let messages = (document["webhooks"]?.members ?? []).flatMap { message in
            message.value.members.map {
                Operation(path: message.name, method: $0.name, json: $0.value)
            }
        }
        return (operations + messages).flatMap { operation in
            let bodies = [operation.json["requestBody"]].compactMap(\.self)
            let answers = (operation.json["responses"]?.members ?? []).map(\.value)
            return (bodies + answers).compactMap { $0["content"]?["application/json"] }
                .map { Content(place: operation.id, json: $0) }
        }
    }
}
