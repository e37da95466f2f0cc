import Synchronization

/// Makes ids for requests: seven characters that are this process's, eight that count.
///
/// Fifteen characters are what a Swift string holds without a place on the heap. They count in base 32
/// without the letters i, l, o and u, so that an id can be read out over a telephone. The count comes
/// round after 2^40 requests: four months at 100,000 a second.
package final class RequestIDs: Sendable {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private let process: UInt64
    private let count = Atomic<UInt64>(0)

    /// `process` is a random number that no other process has.
    package init(process: UInt64) {
        self.process = process
    }

    package func next() -> String {
        var characters = InlineArray<15, UInt8>(repeating: 0)
        RequestIDs.write(process, to: &characters, 0..<7)
        let (number, _) = count.wrappingAdd(1, ordering: .relaxed)
        RequestIDs.write(number, to: &characters, 7..<15)
        guard let text = try? UTF8Span(validating: characters.span) else { return "-" }
        return String(copying: text)
    }

    /// The number's lowest digits, the last one at the end.
    private static func write(
        _ number: UInt64, to characters: inout InlineArray<15, UInt8>, _ places: Range<Int>
    ) {
        var rest = number
        for place in places.reversed() {
            characters[place] = digits[Int(rest & 31)]
            rest >>= 5
        }
    }
}
