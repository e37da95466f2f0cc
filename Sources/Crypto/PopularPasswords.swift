import CPasswords

/// The passwords that people choose most, and that are therefore guessed first: 3,000 of those that are
/// long enough for us.
package enum PopularPasswords {
    /// In lower case.
    private static let all: Set<String> = {
        let text = UnsafeRawBufferPointer(start: cpasswords(), count: cpasswords_length())
        let lines = text.split(separator: UInt8(ascii: "\n"))
        return Set(lines.map { String(decoding: $0, as: UTF8.self) })
    }()

    package static var count: Int { all.count }

    /// Whether it is one of them, in whatever case.
    package static func contains(_ password: String) -> Bool {
        all.contains(password.lowercased())
    }
}
