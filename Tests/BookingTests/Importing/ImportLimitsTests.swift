import JSON
import Testing

@testable import Booking

@Suite("The limits of what is imported")
struct ImportLimitsTests {
    private func text(_ count: Int) -> String { String(repeating: "x", count: count) }

    @Test("A field has 1 MiB at most")
    func field() throws {
        let edge = Table.csv("a,b\n1,\(text(1 << 20))\n")
        #expect(try edge.rows(inChunksOf: 65_536).count == 1)
        #expect(
            try Table.csv("a,b\n1,2\n1,\(text(1 + 1 << 20))\n").fault()
                == ImportError(line: 3, reason: "a field is longer than 1 MiB"))
    }

    @Test("A line has 4 MiB at most, its end included")
    func line() throws {
        let edge = Table.jsonLines("{\"a\":\"\(text(4 << 20 - 9))\"}\n")
        #expect(edge.bytes.count == 4 << 20)
        #expect(try edge.rows(inChunksOf: 65_536).count == 1)
        let beyond = Table.jsonLines("{}\n{\"a\":\"\(text(4 << 20 - 8))\"}\n")
        #expect(
            try beyond.fault() == ImportError(line: 2, reason: "this line is longer than 4 MiB"))
    }

    @Test("A row has 4 MiB at most over all of its lines")
    func row() throws {
        let lines = String(repeating: text(1_023) + "\n", count: 4_096)
        let fault = try Table.csv("a,b\n1,2\n3,\"\(lines)\n").fault()
        #expect(fault?.line == 3)
        #expect(fault?.reason.contains("isn't closed within 4 MiB") == true)
    }

    @Test("A table has 1,000 columns at most")
    func columns() throws {
        let names = (1...1_000).map { "c\($0)" }.joined(separator: ",")
        let values = (1...1_000).map(String.init).joined(separator: ",")
        #expect(try Table.csv("\(names)\n\(values)").rows().first?.values.count == 1_000)
        #expect(
            try Table.csv("\(names),last\n").fault()
                == ImportError(line: 1, reason: "there are more than 1,000 columns"))
    }

    @Test("A file is read no further than its rows are asked for")
    func lazy() throws {
        var chunks = 0
        var rows = ImportRows(.csv) {
            chunks += 1
            return Array((chunks == 1 ? "a\n" : "\(chunks)\n").utf8)
        }
        #expect(try rows.next() == ImportRow(line: 2, ["a": "2"]))
        #expect(try rows.next() == ImportRow(line: 3, ["a": "3"]))
        #expect(chunks == 3)
    }
}
