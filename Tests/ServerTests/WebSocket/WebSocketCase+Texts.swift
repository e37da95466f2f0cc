import Workbench

extension WebSocketCase {
    private static func whole(_ name: String, _ text: String) -> WebSocketCase {
        WebSocketCase(name, [.text(text)], gives: .text(text))
    }

    private static func cut(_ text: String, _ place: Int) -> WebSocketCase {
        let bytes = Array(text.utf8)
        return WebSocketCase(
            "\(text) cut behind byte \(place)",
            [Frame(1, Array(bytes[..<place])).first, Frame(0, Array(bytes[place...]))],
            gives: .text(text))
    }

    private static func bad(_ name: String, _ bytes: [UInt8]) -> WebSocketCase {
        WebSocketCase(name, [Frame(1, bytes)], closes: 1_007)
    }

    /// Section 8.1, and what UTF-8 is (RFC 3629 section 3).
    static let texts: [WebSocketCase] =
        [
            whole("A text of four scripts", "Grüße, κόσμε, 東京, 🏠"),
            whole("A text with a zero in it", "a\u{0}b"),
            whole("The last character", "\u{10FFFF}"),
            whole("The characters around the surrogates", "\u{D7FF}\u{E000}"),
            whole("What is no character for anybody's use", "\u{FFFE}\u{FFFF}"),
        ]
        + (1...3).map { cut("🏠", $0) } + (1...2).map { cut("€", $0) } + [
            cut("ß", 1),
            WebSocketCase(
                "A character cut with a ping between",
                [Frame(1, [0xE2, 0x82]).first, .ping("?"), Frame(0, [0xAC])], gives: .pong("?"),
                .text("€")),
            bad("A byte that begins nothing", [0x80]),
            bad("A byte that is in no text", [0xFF]),
            bad("A character half said", [0xE2, 0x82]),
            bad("A character half said, then another", [0xE2, 0x82, 0x41]),
            bad("A slash in two bytes", [0xC0, 0xAF]),
            bad("A slash in three bytes", [0xE0, 0x80, 0xAF]),
            bad("A slash in four bytes", [0xF0, 0x80, 0x80, 0xAF]),
            bad("A surrogate", [0xED, 0xA0, 0x80]),
            bad("Beyond the last character", [0xF4, 0x90, 0x80, 0x80]),
            bad("A character in five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
            WebSocketCase(
                "A character half said at the end of a fragmented text",
                [.text("a").first, Frame(0, [0xC3])], closes: 1_007),
            WebSocketCase(
                "What can't become UTF-8 any more, with the rest of it missing",
                [Frame(1, [0xED, 0xA0]).first], closes: 1_007),
            WebSocketCase(
                "What can't become UTF-8 any more, in a frame that has not ended",
                [Frame(1, [0x61, 0xFF]).with { $0.saidLength = 100 }], closes: 1_007),
        ]
}
