/// The named schemas that a set of documents uses, each once: `#/components/schemas` of OpenAPI.
package struct Components: Sendable {
    /// By name, in the order of their first use.
    package private(set) var definitions: [JSON.Member] = []
    /// Names that two different schemas claim. The document would lie about one of them, so a test
    /// holds this to be empty.
    package private(set) var conflicts: [String] = []

    package init() {}

    /// Adds the document's own component and all that it leads to.
    package mutating func add(_ document: SchemaDocument) {
        if let name = document.component, !isNew(name, document.definition) { return }
        for used in document.uses { add(used) }
    }

    private mutating func isNew(_ name: String, _ definition: JSON) -> Bool {
        if let known = definitions.first(where: { $0.name == name }) {
            if known.value != definition { conflicts.append(name) }
            return false
        }
        definitions.append(JSON.Member(name, definition))
        return true
    }
}
