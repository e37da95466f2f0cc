/// Why a request to another server has no answer.
package struct WebClientError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
