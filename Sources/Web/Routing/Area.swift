/// A part of the API, under which the documents gather its operations.
package struct Area: Hashable, Sendable {
    package let name: String
    package let about: String

    package init(_ name: String, _ about: String) {
        self.name = name
        self.about = about
    }
}
