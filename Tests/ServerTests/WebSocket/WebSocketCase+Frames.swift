import Workbench

extension WebSocketCase {
    private static func length(_ count: Int) -> WebSocketCase {
        let text = String(repeating: "*", count: count)
        return WebSocketCase("A text of \(count) bytes", [.text(text)], gives: .text(text))
    }

    /// Section 5.2: heads, lengths, masks; section 10.4: limits.
    static let frames: [WebSocketCase] =
        [0, 1, 125, 126, 127, 128, 65_535, 65_536].map(length) + [
            WebSocketCase("Nothing is said to nothing", []),
            WebSocketCase(
                "A mask of zeros", [.text("plain").with { $0.mask = [0, 0, 0, 0] }],
                gives: .text("plain")),
            WebSocketCase(
                "A mask of ones", [.text("other").with { $0.mask = [255, 255, 255, 255] }],
                gives: .text("other")),
            WebSocketCase(
                "Two frames with masks of their own",
                [.text("one"), .text("two").with { $0.mask = [9, 8, 7, 6] }],
                gives: .text("one"), .text("two")),
            WebSocketCase(
                "A text without a mask", [.text("bare").with { $0.mask = nil }], closes: 1_002),
            WebSocketCase(
                "A ping without a mask", [.ping("bare").with { $0.mask = nil }], closes: 1_002),
            WebSocketCase(
                "A Close frame without a mask", [.close(1_000).with { $0.mask = nil }],
                closes: 1_002),
            WebSocketCase(
                "The first reserved bit", [.text("a").with { $0.reserved = 4 }], closes: 1_002),
            WebSocketCase(
                "The second reserved bit", [.text("a").with { $0.reserved = 2 }], closes: 1_002),
            WebSocketCase(
                "The third reserved bit", [.text("a").with { $0.reserved = 1 }], closes: 1_002),
            WebSocketCase(
                "A reserved bit of a ping", [.ping().with { $0.reserved = 4 }], closes: 1_002),
            WebSocketCase(
                "A reserved bit of a continuation",
                [.text("a").first, .rest("b").with { $0.reserved = 2 }], closes: 1_002),
            WebSocketCase(
                "A reserved bit behind a good text",
                [.text("good"), .text("bad").with { $0.reserved = 7 }], after: [.text("good")],
                closes: 1_002),
            WebSocketCase(
                "A length of 16 bits that needs 7", [.text("a").with { $0.lengthBytes = 2 }],
                closes: 1_002),
            WebSocketCase(
                "A length of 64 bits that needs 7", [.text("a").with { $0.lengthBytes = 8 }],
                closes: 1_002),
            WebSocketCase(
                "A length of 64 bits that needs 16",
                [Frame(1, Array(repeating: 0x61, count: 200)).with { $0.lengthBytes = 8 }],
                closes: 1_002),
            WebSocketCase(
                "A length with its first bit set",
                [.text("").with { $0.saidLength = 1 << 63 }], closes: 1_002),
            WebSocketCase(
                "A byte more than there may be in a message",
                [.text("").with { $0.saidLength = 65_537 }], closes: 1_009),
            WebSocketCase(
                "More than there is in any machine",
                [.text("").with { $0.saidLength = 1 << 62 }], closes: 1_009),
            WebSocketCase("Bytes, which mean nothing here", [Frame(2, [1, 2, 3])], closes: 1_003),
            WebSocketCase(
                "Bytes that are no UTF-8, which is no fault of bytes", [Frame(2, [0xFF])],
                closes: 1_003),
        ]
        + ([3, 4, 5, 6, 7] as [UInt8]).map { opcode in
            WebSocketCase("The reserved kind \(opcode)", [Frame(opcode)], closes: 1_002)
        }
        + ([11, 12, 13, 14, 15] as [UInt8]).map { opcode in
            WebSocketCase("The reserved control \(opcode)", [Frame(opcode)], closes: 1_002)
        }
}
