/// A line of a text, or what is left of it within a list or a quotation.
struct Line {
    let number: Int
    let bytes: ArraySlice<UInt8>

    static func all(of text: String) -> [Line] {
        let lines = text.utf8.split(separator: Sign.newline, omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            let bytes = Array(line.last == Sign.carriageReturn ? line.dropLast() : line)
            return Line(number: index + 1, bytes: bytes[...])
        }
    }

    var isBlank: Bool { bytes.allSatisfy(Sign.isBlank) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// How many blanks it begins with.
    var indent: Int { bytes.prefix { $0 == Sign.space }.count }
    /// Without blanks around it.
    var trimmed: ArraySlice<UInt8> { Sign.trimmed(bytes) }

    func dropping(_ count: Int) -> Line {
        Line(number: number, bytes: bytes.dropFirst(count))
    }
}
