import Workbench

extension WebSocketCase {
    private static let half = String(repeating: "h", count: 32_768)

    /// Section 5.4: messages in several frames.
    static let fragments: [WebSocketCase] = [
        WebSocketCase(
            "A text in two frames", [.text("Hel").first, .rest("lo")], gives: .text("Hello")),
        WebSocketCase(
            "A text in three frames", [.text("H").first, .rest("el").first, .rest("lo")],
            gives: .text("Hello")),
        WebSocketCase(
            "A text whose frames are empty", [.text("").first, .rest("").first, .rest("")],
            gives: .text("")),
        WebSocketCase(
            "A text of which only the middle says something",
            [.text("").first, .rest("middle").first, .rest("")], gives: .text("middle")),
        WebSocketCase(
            "A text in a hundred frames",
            [.text("*").first] + Array(repeating: Frame.rest("*").first, count: 98) + [.rest("*")],
            gives: .text(String(repeating: "*", count: 100))),
        WebSocketCase(
            "Two texts in fragments, one behind the other",
            [.text("a").first, .rest("b"), .text("c").first, .rest("d")], gives: .text("ab"),
            .text("cd")),
        WebSocketCase(
            "As many bytes in two frames as there may be", [.text(half).first, .rest(half)],
            gives: .text(half + half)),
        WebSocketCase(
            "A byte more in two frames than there may be",
            [.text(half).first, .rest(half + "!")], closes: 1_009),
        WebSocketCase(
            "More than there may be in a thousand frames",
            [.text("").first]
                + Array(repeating: Frame(0, Array(repeating: 0x61, count: 70)).first, count: 1_000),
            closes: 1_009),
        WebSocketCase("A continuation of nothing", [.rest("more")], closes: 1_002),
        WebSocketCase(
            "A continuation of nothing that goes on", [.rest("more").first], closes: 1_002),
        WebSocketCase(
            "A continuation of what has ended", [.text("all"), .rest("more")],
            after: [.text("all")], closes: 1_002),
        WebSocketCase(
            "A text within a text", [.text("one").first, .text("two")], closes: 1_002),
        WebSocketCase(
            "Bytes within a text", [.text("one").first, Frame(2, [1])], closes: 1_002),
        WebSocketCase(
            "A ping within a text", [.text("Hel").first, .ping("?"), .rest("lo")],
            gives: .pong("?"), .text("Hello")),
        WebSocketCase(
            "Pings and a pong between all frames",
            [
                .ping("1"), .text("a").first, .ping("2"), .pong("x"), .rest("b").first, .ping("3"),
                .rest("c"), .ping("4"),
            ],
            gives: .pong("1"), .pong("2"), .pong("3"), .text("abc"), .pong("4")),
        WebSocketCase(
            "The end within a text", [.text("Hel").first, .close(1_000), .rest("lo")],
            closes: 1_000),
    ]
}
