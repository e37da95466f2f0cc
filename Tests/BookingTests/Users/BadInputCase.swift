/// Something that is sent in place of a text, and what is to become of it.
struct BadInputCase: Sendable {
    enum Outcome: Equatable, Sendable {
        /// It came back to the byte.
        case stored([UInt8])
        /// All is well, and the text is nowhere in the answer.
        case accepted
        /// A 422 that names the field.
        case refused
        /// A 400: it is no JSON.
        case malformed
        case other(String)
    }

    /// As it stands in the body.
    let literal: [UInt8]
    let outcome: Outcome

    init(_ literal: String, _ outcome: Outcome) {
        self.init(bytes: Array(literal.utf8), outcome)
    }

    init(bytes: [UInt8], _ outcome: Outcome) {
        literal = bytes
        self.outcome = outcome
    }

    /// A text that needs no escapes.
    static func stored(_ text: String) -> BadInputCase {
        BadInputCase("\"\(text)\"", .stored(Array(text.utf8)))
    }

    static func refused(_ text: String) -> BadInputCase {
        BadInputCase("\"\(text)\"", .refused)
    }

    static func all(for field: BadInputField) -> [BadInputCase] {
        let null: Outcome = field.isNullable ? .accepted : .refused
        return wrongTypes + broken + decent + lengths(field.length) + controls(field.isStrict)
            + [BadInputCase("null", null), refused("a\\u0000b"), refused("\\u0000")]
    }

    static let wrongTypes = ["0", "-1.5e300", "true", "false", "[]", "[\"x\"]", "{}"].map {
        BadInputCase($0, .refused)
    }

    /// Half of a pair, and bytes that are no UTF-8: a byte alone, an overlong form, a surrogate, too high.
    static let broken =
        [#""\ud800""#, #""\udc00""#, #""a\ud83d""#, #""\ud83dx\ude00""#, "\"\n\"", "'x'", "x"].map {
            BadInputCase($0, .malformed)
        }
        + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]].map {
            BadInputCase(bytes: [0x22] + $0 + [0x22], .malformed)
        }

    /// What looks odd, and is text nonetheless.
    private static let decent = [
        "مرحبا بالعالم", "a\u{202E}cba", "𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐", "👩‍👩‍👧‍👦", "e\u{301}", "\u{F1}",
        "z\u{337}\u{321}\u{322}\u{300}\u{301}\u{302}", "a\u{FFFF}b", "a\u{10FFFF}b", "a\u{2028}b",
        "a\u{FEFF}b", "a\u{FFFD}b", "'; drop table account; --", "<script>x</script>", "null",
    ].map(stored)

    private static func lengths(_ length: ClosedRange<Int>) -> [BadInputCase] {
        let most = length.upperBound
        return [
            length.lowerBound == 0 ? stored("") : refused(""),
            stored(String(repeating: "x", count: most)),
            refused(String(repeating: "x", count: most + 1)),
            stored(String(repeating: "😀", count: most)),
            refused(String(repeating: "😀", count: most + 1)),
            stored("y" + String(repeating: "\u{301}", count: most - 1)),
            refused("y" + String(repeating: "\u{301}", count: most)),
        ]
    }

    private static func controls(_ areRefused: Bool) -> [BadInputCase] {
        [
            "\\u0001": "\u{1}", "\\u001b": "\u{1B}", "\\n": "\n", "\u{7F}": "\u{7F}",
            "\u{85}": "\u{85}",
        ]
        .sorted { $0.key < $1.key }
        .map { escaped, text in
            BadInputCase(
                "\"a\(escaped)b\"", areRefused ? .refused : .stored(Array("a\(text)b".utf8)))
        }
    }
}
