import Markdown
import Testing

@Suite("Blocks of a text")
struct BlockTests {
    private func html(_ text: String) -> String {
        HTMLWriter.html(Document(text))
    }

    @Test("A heading has an anchor, and a link to itself")
    func heading() {
        #expect(
            html("## When `it` is *late*, again")
                == "<h2 id=\"when-it-is-late-again\">When <code>it</code> is <em>late</em>, again "
                + "<a class=\"here\" href=\"#when-it-is-late-again\" "
                + "aria-label=\"Link to this part\">#</a></h2>")
    }

    @Test("The title is the first heading, without signs")
    func title() {
        #expect(Document("# Using `roost`\n\n## More").title == "Using roost")
        #expect(Document("no heading").title == "")
    }

    @Test("Headings of the same words have anchors of their own, and keep those of GitHub")
    func anchors() {
        let document = Document("## Size\n## Size\n## Größe & Preis\n## `not_found`")
        #expect(
            document.headings.map(\.anchor) == ["size", "size-1", "größe--preis", "not_found"])
    }

    @Test("What only resembles a heading is text", arguments: ["#1", "####### seven"])
    func noHeading(text: String) {
        #expect(html(text) == "<p>\(text)</p>")
    }

    @Test("A paragraph goes on until a blank line or another block")
    func paragraph() {
        #expect(html("one\ntwo\n\nthree") == "<p>one\ntwo</p><p>three</p>")
        #expect(html("one\n# two").hasPrefix("<p>one</p><h1>two"))
        #expect(html("since\n1999. was a year") == "<p>since\n1999. was a year</p>")
    }

    @Test("Code keeps every sign, and says its language")
    func code() {
        #expect(
            html("```sh\nroost  <a> *b* \n\n```\nend")
                == "<pre tabindex=\"0\"><code class=\"language-sh\">roost  &lt;a&gt; *b* \n\n"
                + "</code></pre><p>end</p>")
        #expect(html("~~~\n```\n~~~") == "<pre tabindex=\"0\"><code>```\n</code></pre>")
    }

    @Test("Code that nobody ends goes on to the end of the text")
    func openCode() {
        #expect(html("```\nlast") == "<pre tabindex=\"0\"><code>last\n</code></pre>")
    }

    @Test("A fence with more than a language is text, so that no word is lost")
    func fenceWithWords() {
        #expect(html("```sh now\nx").contains("sh now"))
    }

    @Test("Code knows the line on which it begins")
    func line() {
        let document = Document("# a\n\ntext\n\n```sh\nroost\n```\n")
        #expect(document.blocks.last == .code(language: "sh", text: "roost\n", line: 6))
    }

    @Test("Lists hold lists, paragraphs and code")
    func lists() {
        let text = """
            * one
              goes on
            * two
              1. first
              2. second

            * three

              more

              ```
              code
              ```
            """
        #expect(
            html(text)
                == "<ul><li>one\ngoes on</li><li>two<ol><li>first</li><li>second</li></ol></li>"
                + "<li><p>three</p><p>more</p>"
                + "<pre tabindex=\"0\"><code>code\n</code></pre></li></ul>")
    }

    @Test("An item's paragraph goes on without an indent, and ends at a blank line")
    func lazyItem() {
        #expect(html("* one\ntwo\n\nthree") == "<ul><li>one\ntwo</li></ul><p>three</p>")
    }

    @Test("A list of numbers begins with its first")
    func numbers() {
        #expect(html("3. a\n4. b") == "<ol start=\"3\"><li>a</li><li>b</li></ol>")
        #expect(html("1) a") == "<ol><li>a</li></ol>")
    }

    @Test("Other bullets are another list")
    func bullets() {
        #expect(html("* a\n- b") == "<ul><li>a</li></ul><ul><li>b</li></ul>")
    }

    @Test("Tables have a head and rows, with bars in cells where they are escaped")
    func table() {
        #expect(
            html("| a | b |\n|---|:-:|\n| `x \\| y` | *z* |\n\nend")
                == "<div class=\"wide\"><table><thead><tr><th>a</th><th>b</th></tr></thead>"
                + "<tbody><tr><td><code>x | y</code></td><td><em>z</em></td></tr></tbody>"
                + "</table></div><p>end</p>")
    }

    @Test("A table with an empty head has none, and cells beyond the columns are kept")
    func oddTable() {
        #expect(
            html("| | |\n|---|---|\n| a | b | c |")
                == "<div class=\"wide\"><table><tbody>"
                + "<tr><td>a</td><td>b</td><td>c</td></tr></tbody></table></div>")
    }

    @Test("Bars without a line below them are text")
    func noTable() {
        #expect(html("a | b\nc | d") == "<p>a | b\nc | d</p>")
    }

    @Test("Quotations hold blocks")
    func quote() {
        #expect(
            html("> one\n> * two\n\nend")
                == "<blockquote><p>one</p><ul><li>two</li></ul></blockquote><p>end</p>")
    }

    @Test("A rule is a line, and a remark is for whoever writes")
    func rule() {
        #expect(html("a\n\n---\n<!-- hidden -->\nb") == "<p>a</p><hr><p>b</p>")
    }

    @Test("Markup is text")
    func markup() {
        #expect(
            html("<script>alert('x')</script> & \"y\"")
                == "<p>&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;y&quot;</p>")
    }

    @Test("Lines may end as on other systems")
    func carriageReturns() {
        #expect(html("# a\r\n\r\nb\r\n") == "<h1>a</h1><p>b</p>")
    }
}
