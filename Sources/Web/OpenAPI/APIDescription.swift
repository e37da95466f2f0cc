/// What the document says of the API as a whole.
package struct APIDescription: Sendable {
    package let title: String
    package let version: String
    package let about: String
    /// Where clients reach it; empty for "wherever this document came from".
    package let publicURL: String

    package init(title: String, version: String, about: String, publicURL: String) {
        self.title = title
        self.version = version
        self.about = about
        self.publicURL = publicURL
    }
}
