import JSON
import Testing

@testable import Booking

@Suite("A file of JSON lines")
struct JSONLinesReaderTests {
    @Test("Has a row for each object, whatever its values are")
    func plain() throws {
        let rows = try Table.jsonLines("{\"id\":5,\"roles\":[\"a\"]}\r\n{\"x\":{\"y\":true}}")
            .rows()
        #expect(
            rows == [
                ImportRow(line: 1, ["id": 5, "roles": ["a"]]),
                ImportRow(line: 2, ["x": ["y": true]]),
            ])
    }

    @Test("Reads the same however it is cut into chunks", arguments: [1, 2, 3, 7])
    func chunks(size: Int) throws {
        let rows = try Table.jsonLines("{\"a\":\"ü😀\"}\n\n{\"a\":\"\\n\"}\n").rows(inChunksOf: size)
        #expect(rows == [ImportRow(line: 1, ["a": "ü😀"]), ImportRow(line: 3, ["a": "\n"])])
    }

    @Test("Blank lines are skipped, and counted")
    func blank() throws {
        #expect(try Table.jsonLines("\n{}\n \r\n\n{}").rows().map(\.line) == [2, 5])
    }

    @Test("May begin with a byte order mark")
    func mark() throws {
        #expect(try Table.jsonLines("\u{FEFF}{\"a\":1}").rows() == [ImportRow(line: 1, ["a": 1])])
    }

    @Test("Names are trimmed and in lower case, and what is null isn't there")
    func names() throws {
        let rows = try Table.jsonLines("{\" createdAt\":\"x\",\"name\":null,\"bio\":\"\"}").rows()
        #expect(rows == [ImportRow(line: 1, ["createdat": "x", "bio": ""])])
    }

    @Test("An empty file is a table without rows")
    func empty() throws {
        #expect(try Table.jsonLines("").rows() == [])
    }

    @Test(
        "Is refused with the line and the reason",
        arguments: [
            ("{}\n[1]\n", 2, "no JSON object"), ("{}\n\n{\n\"a\":1}\n", 3, "no JSON: "),
            ("{\"a\":1}{\"a\":2}", 1, "no JSON: Something follows"),
            ("{\"a\":1,\"a\":2}", 1, "same name"),
            ("{\"ID\":1,\"id\":2}", 1, "\"id\" stands there twice"),
        ])
    func refused(text: String, line: Int, reason: String) throws {
        let fault = try #require(try Table.jsonLines(text).fault())
        #expect(fault.line == line)
        #expect(fault.reason.contains(reason))
    }

    @Test("What is not UTF-8 is refused with its line")
    func encoding() throws {
        let bytes = Array("{}\n{\"a\":\"".utf8) + [0xC3] + Array("\"}".utf8)
        #expect(try Table(form: .jsonLines, bytes: bytes).fault()?.line == 2)
    }
}
