import HTTP
import Testing

@Suite("The length of a body")
struct FramingTests {
    @Test("Neither length nor coding: there is no body")
    func none() throws {
        #expect(try head(get()).framing == .none)
    }

    @Test("Content-Length says it in bytes")
    func length() throws {
        #expect(try head(post(length: "5")).framing == .length(5))
        #expect(try body(post(length: "5", "hello")) == "hello")
    }

    @Test("A body is not over before its last byte")
    func shortBody() throws {
        #expect(try body(post(length: "5", "hell")) == nil)
    }

    @Test("What follows a body is the next request")
    func pipelined() throws {
        let next = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n"
        #expect(try paths(post(length: "5", "hello") + next) == ["/", "/next"])
        #expect(try paths(post(chunks: "5\r\nhello\r\n0\r\n\r\n") + next) == ["/", "/next"])
    }

    @Test("One empty line behind a body is passed over")
    func emptyLineBehind() throws {
        #expect(try paths(post(length: "1", "x") + "\r\n" + get()) == ["/", "/"])
    }

    @Test("A length of zero is no body")
    func zero() throws {
        #expect(try head(post(length: "0")).framing == .none)
    }

    @Test("Zeros in front count for nothing")
    func zeros() throws {
        #expect(try head(post(length: "003")).framing == .length(3))
        #expect(try head(post(length: String(repeating: "0", count: 40))).framing == .none)
    }

    @Test("The largest length is that of a 64-bit number, and one more is refused")
    func overflow() throws {
        #expect(try head(post(length: "9223372036854775807")).framing == .length(.max))
        #expect(refused(post(length: "9223372036854775808")) == 400)
        #expect(refused(post(length: "18446744073709551621")) == 400)
        #expect(refused(post(length: "1000000000000000000000")) == 400)
    }

    @Test(
        "A length that is not digits alone is refused",
        arguments: ["", "+1", "-1", "1, 1", "1,1", "1 1", "0x1", "1.0", "1e1", "a", "\u{B2}", "1;"])
    func notDigits(text: String) {
        #expect(refused(post(length: text)) == 400)
    }

    @Test("Two lengths are refused, even equal ones", arguments: ["1", "2"])
    func twoLengths(other: String) {
        #expect(refused(get("Content-Length: 1", "Content-Length: \(other)")) == 400)
        #expect(refused(get("Content-Length: 1", "content-length: \(other)")) == 400)
    }

    @Test("A length and a coding together are refused, in either order")
    func lengthAndCoding() {
        #expect(refused(get("Content-Length: 5", "Transfer-Encoding: chunked")) == 400)
        #expect(refused(get("Transfer-Encoding: chunked", "Content-Length: 5")) == 400)
        #expect(refused(get("Transfer-Encoding: x", "Content-Length: 0")) == 400)
    }

    @Test(
        "The coding is chunked, in any case",
        arguments: ["chunked", "Chunked", "CHUNKED", " \tchunked "])
    func chunked(coding: String) throws {
        #expect(try head(post(coding: coding)).framing == .chunked)
    }

    @Test(
        "Any other coding is answered with 501",
        arguments: [
            "gzip", "identity", "x-chunked", "chunke", "chunkedd", "\"chunked\"", "'chunked'", "",
            "chunked;q=1", "chunked\u{A0}", "\u{85}chunked", "ch\u{96}nked", "cow chunked",
        ])
    func otherCoding(coding: String) {
        #expect(refused(post(coding: coding)) == 501)
    }

    @Test(
        "Chunked stands alone",
        arguments: ["gzip, chunked", "chunked, gzip", "chunked, chunked", ",chunked", "chunked,"])
    func listOfCodings(coding: String) {
        #expect(refused(post(coding: coding)) == 501)
    }

    @Test("Two fields of codings are refused")
    func twoCodings() {
        #expect(refused(get("Transfer-Encoding: gzip", "Transfer-Encoding: chunked")) == 501)
        #expect(refused(get("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")) == 501)
    }

    @Test("HTTP/1.0 has no coding")
    func codingIn10() {
        #expect(refused(old("Transfer-Encoding: chunked")) == 400)
    }
}
