import Workbench

extension WebSocketCase {
    private static func allowed(_ code: UInt16) -> WebSocketCase {
        WebSocketCase("A client that ends with \(code)", [.close(code)], closes: code)
    }

    private static func forbidden(_ code: UInt16) -> WebSocketCase {
        WebSocketCase(
            "A client that ends with \(code), which isn't sent", [.close(code)], closes: 1_002)
    }

    /// Sections 5.5.1 and 7: how it ends.
    static let closings: [WebSocketCase] =
        ([
            1_000, 1_001, 1_002, 1_003, 1_007, 1_008, 1_009, 1_010, 1_011, 1_012, 1_013, 1_014,
            3_000, 3_999, 4_000, 4_999,
        ] as [UInt16]).map(allowed)
        + ([
            0, 999, 1_004, 1_005, 1_006, 1_015, 1_016, 1_100, 2_000, 2_999, 5_000, 65_535,
        ] as [UInt16]).map(forbidden) + [
            WebSocketCase("A Close frame without a code", [Frame(8)], closes: nil),
            WebSocketCase("Half a close code", [Frame(8, [3])], closes: 1_002),
            WebSocketCase(
                "A reason with the code", [.close(1_000, "that was all")], closes: 1_000),
            WebSocketCase(
                "The longest reason", [.close(1_000, String(repeating: "r", count: 123))],
                closes: 1_000),
            WebSocketCase(
                "A reason that is no UTF-8", [Frame(8, [0x03, 0xE8, 0xFF, 0xFE])], closes: 1_007),
            WebSocketCase(
                "A reason that ends within a character", [Frame(8, [0x03, 0xE8, 0xE2, 0x82])],
                closes: 1_007),
            WebSocketCase(
                "A text behind the end", [.close(1_000), .text("more")], closes: 1_000),
            WebSocketCase("A ping behind the end", [.close(1_000), .ping()], closes: 1_000),
            WebSocketCase(
                "Another end behind the end", [.close(1_000), .close(1_001)], closes: 1_000),
            WebSocketCase(
                "What is no frame behind the end", [.close(1_000), Frame(15)], closes: 1_000),
            WebSocketCase(
                "A text and then the end", [.text("one"), .close(1_000)], after: [.text("one")],
                closes: 1_000),
        ]
}
