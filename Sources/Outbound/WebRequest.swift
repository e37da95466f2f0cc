/// What is asked of another server.
package struct WebRequest: Sendable {
    let url: String
    let fields: [(name: String, value: String)]
    /// A request with a body is a POST, one without a GET.
    let body: [UInt8]?

    /// Whether every field is one line (RFC 9110 section 5.5): libcurl would send what comes behind a line
    /// break as another field.
    var isWellFormed: Bool {
        fields.allSatisfy { field in
            !field.name.isEmpty
                && field.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
                && field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
    }
}
