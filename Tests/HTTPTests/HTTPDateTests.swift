import HTTP
import Testing
import Time

@Suite("The date of a header field")
struct HTTPDateTests {
    @Test(
        "It is written as RFC 9110 wants it",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
            (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (1_768_435_199, "Wed, 14 Jan 2026 23:59:59 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ])
    func written(seconds: Int, text: String) {
        let bytes = HTTPDate.bytes(Instant(seconds: Int64(seconds)))
        #expect(String(decoding: bytes, as: UTF8.self) == text)
        #expect(bytes.count == HTTPDate.length)
    }

    @Test("Each weekday follows the one before")
    func weekdays() {
        let days = (0..<7).map { day in
            String(
                decoding: HTTPDate.bytes(Instant(seconds: day * 86_400)).prefix(3), as: UTF8.self)
        }
        #expect(days == ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"])
    }

    @Test("Milliseconds are cut off, not rounded")
    func milliseconds() {
        #expect(HTTPDate.bytes(Instant(milliseconds: 999)) == HTTPDate.bytes(Instant(seconds: 0)))
        #expect(HTTPDate.bytes(Instant(milliseconds: -1)) == HTTPDate.bytes(Instant(seconds: -1)))
    }
}
