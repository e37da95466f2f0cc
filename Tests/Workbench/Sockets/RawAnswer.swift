/// An answer as it came over the wire.
package struct RawAnswer {
    package let status: Int
    package var fields: [(name: String, value: String)] = []
    package var body: [UInt8] = []

    package init(status: Int) {
        self.status = status
    }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// Whether the server said that it closes the connection.
    package var closes: Bool { self["Connection"] == "close" }

    package subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
