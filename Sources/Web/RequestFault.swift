/// One member of a request that is not as it must be.
package struct RequestFault: Sendable, Equatable {
    /// Where it stands in the body (RFC 6901); empty for parameters of path and query.
    package let pointer: String
    package let field: String
    package let code: String
    package let detail: String

    package init(pointer: String, field: String, code: String, detail: String) {
        self.pointer = pointer
        self.field = field
        self.code = code
        self.detail = detail
    }
}
