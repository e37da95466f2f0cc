import Workbench

extension WebSocketCase {
    private static let longest = String(repeating: "p", count: 125)

    /// Section 5.5: pings and pongs.
    static let controls: [WebSocketCase] = [
        WebSocketCase("A ping without a payload", [.ping()], gives: .pong("")),
        WebSocketCase(
            "A ping's payload comes back", [.ping("are you there")], gives: .pong("are you there")),
        WebSocketCase("The longest ping", [.ping(longest)], gives: .pong(longest)),
        WebSocketCase("A ping of a byte more", [.ping(longest + "p")], closes: 1_002),
        WebSocketCase(
            "A pong of a byte more", [.pong(longest + "p")], closes: 1_002),
        WebSocketCase(
            "A Close frame of a byte more",
            [.close(1_000, String(repeating: "c", count: 124))], closes: 1_002),
        WebSocketCase(
            "A short ping whose length is in 16 bits", [.ping("p").with { $0.lengthBytes = 2 }],
            closes: 1_002),
        WebSocketCase("A ping in fragments", [.ping("pi").first, .rest("ng")], closes: 1_002),
        WebSocketCase("A pong in fragments", [.pong("po").first], closes: 1_002),
        WebSocketCase("A Close frame in fragments", [.close(1_000).first], closes: 1_002),
        WebSocketCase("A pong that nobody asked for", [.pong("here")]),
        WebSocketCase(
            "Ten pings at once", (0..<10).map { Frame.ping("\($0)") }, gives: .pong("0"),
            .pong("1"), .pong("2"), .pong("3"), .pong("4"), .pong("5"), .pong("6"), .pong("7"),
            .pong("8"), .pong("9")),
        WebSocketCase(
            "A ping that is no text", [Frame(9, [0x41, 0xC3])], gives: .pong("A\u{FFFD}")),
    ]
}
