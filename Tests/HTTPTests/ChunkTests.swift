import HTTP
import Testing

@Suite("A body in chunks")
struct ChunkTests {
    @Test("It is what its chunks say, put together")
    func body() throws {
        #expect(
            try HTTPTests.body(post(chunks: "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"))
                == "hello world")
    }

    @Test("It may be empty")
    func empty() throws {
        #expect(try HTTPTests.body(post(chunks: "0\r\n\r\n")) == "")
    }

    @Test(
        "It is not over before its last empty line",
        arguments: ["", "1\r\nx\r\n", "0", "0\r\n", "0\r\n\r"])
    func unfinished(chunks: String) throws {
        #expect(try HTTPTests.body(post(chunks: chunks)) == nil)
    }

    @Test("A size has hexadecimal digits of either case, and zeros in front")
    func sizes() throws {
        let ten = "0123456789"
        for size in ["a", "A", "0a", "000000A"] {
            #expect(try HTTPTests.body(post(chunks: "\(size)\r\n\(ten)\r\n000\r\n\r\n")) == ten)
        }
    }

    @Test(
        "A size with anything else is refused",
        arguments: [
            "", " 5", "5 ", "\t5", "0x5", "+5", "-5", "5h", "5 ;x", ";x", "5,5", "\u{B2}",
            "5\u{A0}",
        ])
    func badSizes(size: String) {
        #expect(refused(post(chunks: "\(size)\r\nhello\r\n0\r\n\r\n")) == 400)
    }

    @Test(
        "A size of more than 63 bits is refused",
        arguments: [
            "8000000000000000", "ffffffffffffffff", "10000000000000000", "10000000000000005",
            "100000000000000000000000000000005",
        ])
    func overflow(size: String) {
        #expect(refused(post(chunks: "\(size)\r\nhello\r\n0\r\n\r\n")) == 400)
        #expect(refused(post(chunks: "7fffffffffffffff\r\nhello")) == nil)
    }

    @Test(
        "A chunk ends with CR and LF where its size says",
        arguments: [
            "4\r\nhello\r\n", "5\r\nhello\n", "5\r\nhello\rx", "5\r\nhello5", "5\r\nhello\r\r\n",
        ])
    func ends(chunks: String) {
        #expect(refused(post(chunks: chunks)) == 400)
    }

    @Test(
        "A size line ends with CR and LF",
        arguments: ["5\nhello\r\n", "5\rhello\r\n", "5;x\nhello\r\n"])
    func sizeLineEnds(chunks: String) {
        #expect(refused(post(chunks: chunks)) == 400)
    }

    @Test(
        "Extensions are passed over",
        arguments: [";x", ";x=y", ";x=\"y;z\"", ";a;b=c", ";", "; x = y"])
    func extensions(text: String) throws {
        #expect(
            try HTTPTests.body(post(chunks: "5\(text)\r\nhello\r\n0\(text)\r\n\r\n")) == "hello")
    }

    @Test("A control character in an extension is refused", arguments: ["\0", "\u{1}", "\u{7F}"])
    func extensionControls(character: String) {
        #expect(refused(post(chunks: "5;\(character)\r\nhello\r\n0\r\n\r\n")) == 400)
    }

    @Test("Trailers are dropped")
    func trailers() throws {
        let stream = post(chunks: "1\r\nx\r\n0\r\nContent-Length: 5\r\nHost: b\r\n\r\n") + get()
        #expect(try HTTPTests.body(stream) == "x")
        #expect(try paths(stream) == ["/", "/"])
    }

    @Test(
        "A trailer is a field line like any other",
        arguments: ["X : y", " X: y", "X", ": y", "X: \0"])
    func badTrailers(line: String) {
        #expect(refused(post(chunks: "0\r\n\(line)\r\n\r\n")) == 400)
    }

    @Test("A body may look like the end of a body")
    func lookalike() throws {
        #expect(
            try HTTPTests.body(post(chunks: "7\r\n\r\n0\r\n\r\n\r\n0\r\n\r\n")) == "\r\n0\r\n\r\n")
    }
}
