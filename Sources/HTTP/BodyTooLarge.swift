/// A request's body is longer than whoever wanted to read it allows.
package struct BodyTooLarge: Error {
    package let limit: Int

    package init(limit: Int) {
        self.limit = limit
    }
}
