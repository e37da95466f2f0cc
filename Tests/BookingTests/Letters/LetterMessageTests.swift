import Testing
import Time

@testable import Booking

@Suite("A letter as bytes")
struct LetterMessageTests {
    private let sender: Mailbox

    init() throws {
        sender = try #require(Mailbox("roost@studio.example", name: "Roost"))
    }

    private func message(
        subject: String = "Hello", name: String? = nil, _ paragraphs: [LetterParagraph] = []
    ) throws -> LetterMessage {
        let recipient = try #require(Mailbox("vaibhav@gmail.example", name: name))
        return LetterMessage(
            Letter(to: recipient, subject: subject, paragraphs), from: sender, id: "0197-a",
            date: Instant(milliseconds: 1_768_467_600_123))
    }

    private func received(_ message: LetterMessage) throws -> ReceivedLetter {
        try #require(ReceivedLetter(message.bytes))
    }

    @Test("Has a header that says from whom, to whom, when, and that a program wrote it")
    func header() throws {
        let letter = try received(message(name: "Vaibhav"))
        #expect(letter.field("From") == #""Roost" <roost@studio.example>"#)
        #expect(letter.field("To") == #""Vaibhav" <vaibhav@gmail.example>"#)
        #expect(letter.field("Subject") == "Hello")
        #expect(letter.field("Date") == "Thu, 15 Jan 2026 09:00:00 +0000")
        #expect(letter.field("Message-ID") == "<0197-a@studio.example>")
        #expect(letter.field("MIME-Version") == "1.0")
        #expect(letter.field("Auto-Submitted") == "auto-generated")
        #expect(letter.fields.count == 8)
    }

    @Test("Says the same in plain text and in HTML, the latter last, as it is to be preferred")
    func alternatives() throws {
        let letter = try received(message([.text("One & one"), .text("Two")]))
        #expect(letter.field("Content-Type")?.hasPrefix("multipart/alternative;") == true)
        #expect(
            letter.parts.map(\.type) == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
        #expect(letter.parts.first?.text == "One & one\n\nTwo\n")
        #expect(letter.parts.last?.text?.contains(">One &amp; one</p>\n<p") == true)
    }

    @Test(
        "A subject comes back as it was, control characters as blanks", arguments: HardStrings.all)
    func subject(_ text: String) throws {
        let subject = try received(message(subject: text)).field("Subject") ?? "none"
        let shown = try #require(ReceivedWords.text(subject))
        #expect(Array(shown.utf8) == Array(HeaderText.withoutControls(text).utf8))
    }

    @Test("A name comes back as it was, control characters as blanks", arguments: HardStrings.all)
    func name(_ text: String) throws {
        let recipient = try received(message(name: text)).field("To") ?? "none"
        let name = try #require(ReceivedWords.name(recipient))
        #expect(Array(name.utf8) == Array(HeaderText.withoutControls(text).utf8))
        #expect(recipient.hasSuffix(" <vaibhav@gmail.example>"))
    }

    @Test("A name of nothing but blanks is none", arguments: ["", "  ", "\r\n\0"])
    func noName(_ text: String) throws {
        #expect(try received(message(name: text)).field("To") == "<vaibhav@gmail.example>")
    }

    @Test(
        "Text and HTML come back as they were, with one kind of line end",
        arguments: HardStrings.all)
    func bodies(_ text: String) throws {
        let message = try message(
            subject: text, [.text(text), .link(text, to: text), .text("end")])
        let parts = try received(message).parts
        for (part, sent) in zip(parts, [message.letter.text, message.letter.html]) {
            let lines = sent.replacing("\r\n", with: "\n")
            #expect(part.text.map { Array($0.utf8) } == Array(lines.utf8))
        }
    }

    @Test("No input makes another header field", arguments: HardStrings.all)
    func injection(_ text: String) throws {
        let letter = try received(message(subject: text, name: text, [.text(text)]))
        #expect(
            letter.fields.map(\.name) == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted",
                "Content-Type",
            ])
        #expect(letter.parts.count == 2)
    }

    @Test(
        "Lines end in CRLF, are ASCII, and have 76 columns when they had to be encoded",
        arguments: HardStrings.all)
    func lines(_ text: String) throws {
        let bytes = try message(subject: text, name: text, [.text(text)]).bytes
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x0D })
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(lines.dropLast().allSatisfy { $0.last == 0x0D && $0.count { $0 == 0x0D } == 1 })
        #expect(lines.last?.isEmpty == true)
        let mostColumns = String(decoding: bytes, as: UTF8.self).contains("7bit") ? 998 : 76
        #expect(lines.allSatisfy { $0.count - 1 <= mostColumns })
    }

    @Test("A long subject is spread over lines of 76 columns at most")
    func longSubject() throws {
        let text = String(repeating: "ß", count: 400)
        let bytes = try message(subject: text).bytes
        let head = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n\r\n")[0]
        #expect(head.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test("A plain line has 998 characters at most, a longer one is encoded")
    func longLines() throws {
        let longest = try received(message([.text(String(repeating: "x", count: 998))]))
        #expect(longest.parts.first?.encoding == "7bit")
        let longer = try received(message([.text(String(repeating: "x", count: 999))]))
        #expect(longer.parts.first?.encoding == "quoted-printable")
    }

    @Test("A link stands in a plain letter as it is, so that it can be found and copied")
    func link() throws {
        let link = "http://localhost:8000/reset?token=abc_DEF-123&x=y"
        let text = String(decoding: try message([.link("Go", to: link)]).bytes, as: UTF8.self)
        #expect(text.contains("\r\n\(link)\r\n"))
        #expect(text.contains("<a href=\"\(link.replacing("&", with: "&amp;"))\""))
    }

    @Test("What is no address of the web is no link", arguments: ["javascript:alert(1)", "/a", ""])
    func noLink(_ address: String) throws {
        #expect(try !message([.link("Go", to: address)]).letter.html.contains("href"))
    }

    @Test("Nothing that was given gets into the HTML as a tag or ends an attribute")
    func escapes() throws {
        let text = "https://x/\"><img src=x onerror='a'>&"
        let html = try message(
            subject: text,
            [.text(text), .link(text, to: text), .facts(text, [LetterFact(text, text)])]
        ).letter.html
        #expect(!html.contains("<img"))
        #expect(!html.contains("'a'"))
        #expect(html.contains("&quot;&gt;&lt;img src=x onerror=&#39;a&#39;&gt;&amp;"))
    }

    @Test("A mark with an accent on it is escaped too")
    func accents() throws {
        let html = try message([.text("<\u{301}b>\u{301}")]).letter.html
        #expect(html.contains("&lt;\u{301}b&gt;\u{301}"))
    }

    @Test("What there is to know stands line by line, and what has lines of its own below its name")
    func facts() throws {
        let facts = [LetterFact("When", "now"), LetterFact("Notes", "a\nb")]
        #expect(
            try message([.facts("Yoga", facts)]).letter.text == "Yoga\nWhen: now\nNotes:\na\nb\n")
    }

    @Test("Why somebody gets it stands at the end")
    func foot() throws {
        let recipient = try #require(Mailbox("a@b.example"))
        let letter = Letter(to: recipient, subject: "", in: .de, [.text("a")], foot: "b & c")
        #expect(letter.text == "a\n\n--\nb & c\n")
        #expect(
            letter.html.contains(">b &amp; c</p>") && letter.html.contains("<html lang=\"de\">"))
    }

    @Test("HTML fetches nothing, runs nothing, and styles each element by itself")
    func html() throws {
        let html = try message([.text("a"), .facts("b", [LetterFact("c", "d")])]).letter.html
        for word in ["src=", "url(", "<script", "<link", "<style", "<table", "class=", "@import"] {
            #expect(!html.contains(word))
        }
    }

    @Test("Of an id only what can't do harm is kept")
    func id() throws {
        let recipient = try #require(Mailbox("a@b.example"))
        let message = LetterMessage(
            Letter(to: recipient, subject: "", []), from: sender, id: "../a\r\nBcc: <x>@7",
            date: Instant(seconds: 0))
        #expect(message.id == "aBccx7")
    }
}
