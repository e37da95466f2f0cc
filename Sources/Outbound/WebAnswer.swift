/// What another server answered.
package struct WebAnswer: Sendable {
    package internal(set) var status = 0
    /// Names in lower case.
    package internal(set) var fields: [(name: String, value: String)] = []
    package internal(set) var body: [UInt8] = []

    /// All values of a field, with commas between (RFC 9110 section 5.3); nil where there is none.
    package subscript(name: String) -> String? {
        let name = name.lowercased()
        let values = fields.filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
