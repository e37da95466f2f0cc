import Testing
import Time

@testable import Booking

@Suite("The text of calendars")
struct CalendarTextTests {
    private func text(_ write: (inout CalendarText) -> Void) -> String {
        var text = CalendarText()
        write(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test("Escapes what means something in it, and makes every line break one")
    func escapes() {
        #expect(
            text { $0.text("SUMMARY", "a\\b;c,d\ne\r\nf\rg: \"h\"") }
                == "SUMMARY:a\\\\b\\;c\\,d\\ne\\nf\\ng: \"h\"\r\n")
    }

    @Test("Lets no line of a person's become a line of the calendar")
    func injection() {
        let written = text { $0.text("SUMMARY", "x\r\nEND:VEVENT\r\nATTACH:http://evil\u{0}\u{7}") }
        #expect(written == "SUMMARY:x\\nEND:VEVENT\\nATTACH:http://evil\r\n")
    }

    @Test("Goes on behind 75 octets in the next line, between characters", arguments: 60...80)
    func folding(length: Int) {
        for letter in ["a", "é", "漢", "🧘"] {
            let value = String(repeating: letter, count: length)
            let written = text { $0.text("SUMMARY", value) }
            let lines = written.split(separator: "\r\n", omittingEmptySubsequences: true)
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
            let unfolded = written.replacing("\r\n ", with: "")
            #expect(unfolded == "SUMMARY:\(value)\r\n")
        }
    }

    @Test("Has moments in UTC, to the second")
    func moments() throws {
        let instant = try #require(Instant(rfc3339: "2026-02-01T10:00:59.999+05:30"))
        #expect(text { $0.moment("DTSTART", instant) } == "DTSTART:20260201T043059Z\r\n")
    }
}
