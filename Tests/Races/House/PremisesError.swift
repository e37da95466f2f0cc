/// What a server should have done and didn't.
package struct PremisesError: Error, CustomStringConvertible {
    package let what: String

    package init(_ what: String) {
        self.what = what
    }

    package var description: String { what }
}
