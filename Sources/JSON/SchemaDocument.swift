/// What a value looks like, in the words of JSON Schema 2020-12, which OpenAPI 3.1 speaks.
///
/// A document with a component name is written once, under `#/components/schemas/`, and referred to
/// wherever it is used; `Components` collects them.
package struct SchemaDocument: Sendable, Equatable {
    package private(set) var component: String?
    /// The keywords of the value itself: its type and limits.
    var keywords: [JSON.Member]
    /// Keywords of this one use: what the value means here, its default.
    private var notes: [JSON.Member] = []
    /// The documents that the keywords refer to.
    let uses: [SchemaDocument]

    init(component: String? = nil, _ keywords: [JSON.Member], uses: [SchemaDocument] = []) {
        self.component = component
        self.keywords = keywords
        self.uses = uses
    }

    /// The document to put where the value is used.
    package var usage: JSON {
        guard let component else { return .object(keywords.filter(isNotNoted) + notes) }
        let reference = JSON.string("#/components/schemas/\(component)")
        return .object([JSON.Member("$ref", reference)] + notes)
    }

    /// What a use says of the value goes before what the value says of itself.
    private func isNotNoted(_ keyword: JSON.Member) -> Bool {
        !notes.contains { $0.name == keyword.name }
    }

    /// The document to put under the component's name.
    var definition: JSON { .object(keywords) }

    /// The same with a note on this use, in place of an earlier one.
    func noting(_ keyword: String, _ value: JSON) -> SchemaDocument {
        var copy = self
        copy.notes.removeAll { $0.name == keyword }
        copy.notes.append(JSON.Member(keyword, value))
        return copy
    }

    /// The same with a line on what the value means in this use.
    package func described(_ about: String) -> SchemaDocument {
        about.isEmpty ? self : noting("description", .string(about))
    }

    /// The same, where null may stand too.
    var nullable: SchemaDocument {
        guard component == nil else {
            return SchemaDocument(
                [.init("anyOf", [usage, ["type": "null"]])], uses: [self])
        }
        var copy = self
        copy.keywords = keywords.map { keyword in
            switch (keyword.name, keyword.value) {
            case ("type", .string): .init("type", [keyword.value, "null"])
            case ("enum", .array(let values)): .init("enum", .array(values + [.null]))
            default: keyword
            }
        }
        return copy
    }
}
