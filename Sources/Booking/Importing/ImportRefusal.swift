/// A row that can't come in, and why: sentences without their full stops.
package struct ImportRefusal: Error, Sendable, Equatable {
    package let line: Int
    package let sentences: [String]
}
