import HTTP

/// The text of a part, so that no program on its way changes it (RFC 2045 section 6).
///
/// Plain ASCII goes as it is: a link can then be copied out of a file, and found in it. The rest is
/// quoted-printable, in which most of a European language can still be read.
struct BodyText {
    let encoding: String
    let encoded: String

    /// Two characters that are in no encoded text, for a boundary to begin with.
    static let neverWritten = "=_"
    /// RFC 5322 section 2.1.1.
    private static let longestLine = 998

    init(_ text: String) {
        let lines = text.replacing("\r\n", with: "\n").utf8.split(
            separator: Ascii.lineFeed, omittingEmptySubsequences: false
        ).map(Array.init)
        let isPlain =
            lines.allSatisfy(BodyText.isPlain) && !text.contains(BodyText.neverWritten)
        encoding = isPlain ? "7bit" : "quoted-printable"
        let written = isPlain ? lines : lines.map(QuotedPrintable.line)
        encoded = written.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\r\n")
    }

    /// Some relays take blanks off the end of a line, put a `>` before the word From at its start, or lose a
    /// dot there.
    private static func isPlain(_ line: [UInt8]) -> Bool {
        line.count <= longestLine && line.allSatisfy { 0x20...0x7E ~= $0 }
            && line.last != Ascii.space && line.first != UInt8(ascii: ".")
            && !line.starts(with: "From ".utf8)
    }
}
