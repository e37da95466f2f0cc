import JSON

/// The JSON of an entry is not what its kind's schema reads.
struct UnreadablePayload: Error, CustomStringConvertible {
    private let faults: [Fault]

    init(_ faults: [Fault]) {
        self.faults = faults
    }

    var description: String {
        faults.map { $0.field.isEmpty ? "it \($0.detail)" : "\($0.field) \($0.detail)" }
            .joined(separator: "; ")
    }
}
