/// A stream of bytes as a client might send it, the seed of all mutations.
struct FuzzStream: Sendable {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ latin1: String) {
        self.name = name
        bytes = [UInt8](latin1: latin1)
    }

    static let all = requests + bodies + faults + limits

    /// Nearly every case begins with a short stream: a long one takes as much time as fifty of them.
    static let short = all.filter { $0.bytes.count < 2_048 }
}

extension FuzzStream: CustomStringConvertible {
    var description: String { name }
}

extension [UInt8] {
    /// Each character is one byte, so that any byte can be written down: "\u{FF}" is 0xFF.
    init(latin1 text: String) {
        self = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
