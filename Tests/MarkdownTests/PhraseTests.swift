import Markdown
import Testing

@Suite("Phrases of a line")
struct PhraseTests {
    /// What becomes of a paragraph, without its tags.
    private func html(_ text: String) -> String {
        String(HTMLWriter.html(Document(text)).dropFirst(3).dropLast(4))
    }

    @Test(
        "Emphasis, strong words and code",
        arguments: [
            ("*a b*", "<em>a b</em>"), ("_a_", "<em>a</em>"), ("**a**", "<strong>a</strong>"),
            ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
            ("***a***", "<strong><em>a</em></strong>"), ("`a*b*`", "<code>a*b*</code>"),
            ("`` a`b ``", "<code>a`b</code>"), ("*a `*` b*", "<em>a <code>*</code> b</em>"),
        ])
    func emphasis(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "Signs that mean nothing stay",
        arguments: [
            "*", "2 * 3 * 4", "a *b", "**a", "`a", "a``b`", "snake_case_name", "_a_b", "[a]",
            "[a](b c)", "[a](", "![", "****a****", "a]", "*a b", "\\a",
        ])
    func stays(text: String) {
        #expect(html(text) == text)
    }

    @Test("An escape makes a sign text")
    func escapes() {
        #expect(html("\\*a\\* \\[b](c) \\\\") == "*a* [b](c) \\")
    }

    @Test(
        "Links lead to pages, anchors and addresses",
        arguments: [
            ("[a](b.md#c)", "<a href=\"b.md#c\">a</a>"), ("[a](#c)", "<a href=\"#c\">a</a>"),
            ("[`a` *b*](/c)", "<a href=\"/c\"><code>a</code> <em>b</em></a>"),
            ("[a](https://b.example/(c))", "<a href=\"https://b.example/(c)\">a</a>"),
            ("<https://b.example>", "<a href=\"https://b.example\">https://b.example</a>"),
            ("[a](mailto:b@c.example)", "<a href=\"mailto:b@c.example\">a</a>"),
            ("[a](b?c=d&e=\"f\")", "<a href=\"b?c=d&amp;e=&quot;f&quot;\">a</a>"),
        ])
    func links(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "A link that would do something isn't one",
        arguments: [
            "[a](javascript:alert)", "[a](JaVaScRiPt:alert)", "[a](data:text/html,b)",
            "[a](vbscript:b)", "[a](//evil.example)", "[a](java\u{1}script:b)", "<javascript:b>",
            "[a]()",
        ])
    func refused(text: String) {
        #expect(!html(text).contains("href"))
        #expect(html(text).contains("a"))
    }

    @Test("Where a link leads is the reader's to say, and words stay where it leads nowhere")
    func leading() {
        let document = Document("[a](b.md) [c *d*](e.md)")
        #expect(
            HTMLWriter.html(document) { $0 == "b.md" ? "/docs/b" : nil }
                == "<p><a href=\"/docs/b\">a</a> c <em>d</em></p>")
    }

    @Test("Phrases tell their words and their destinations")
    func words() throws {
        guard case .paragraph(let phrases)? = Document("**a** [`b` c](d) e").blocks.first else {
            return
        }
        #expect(phrases.plainText == "a b c e")
        #expect(phrases.destinations == ["d"])
    }
}
