import JSON
import Testing

@testable import Booking

@Suite("A CSV file")
struct CSVReaderTests {
    @Test("Has a row for each line behind the header, by the names of the columns")
    func plain() throws {
        let rows = try Table.csv("email,name\na@b.example,Ann\nc@d.example,Carl\n").rows()
        #expect(
            rows == [
                ImportRow(line: 2, ["email": "a@b.example", "name": "Ann"]),
                ImportRow(line: 3, ["email": "c@d.example", "name": "Carl"]),
            ])
    }

    @Test(
        "Reads the same however it is cut into chunks",
        arguments: [1, 2, 3, 7, 1_000])
    func chunks(size: Int) throws {
        let table = Table.csv("a,b\r\n\"x\r\n\"\"y\"\"\",ü😀\r\n1,\"2\"\r\n")
        #expect(
            try table.rows(inChunksOf: size) == [
                ImportRow(line: 2, ["a": "x\r\n\"y\"", "b": "ü😀"]),
                ImportRow(line: 4, ["a": "1", "b": "2"]),
            ])
    }

    @Test("May have commas, quotes and line breaks in quotes")
    func quotes() throws {
        let rows = try Table.csv("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\"\"\n")
            .rows()
        #expect(
            rows == [
                ImportRow(line: 2, ["a": "1,5", "b": "say \"hi\""]),
                ImportRow(line: 3, ["a": "two\nlines", "b": "\""]),
            ])
    }

    @Test("May lack the last line's end", arguments: ["", "\n", "\r\n", "\r", "\n\n \n"])
    func lastLine(end: String) throws {
        #expect(
            try Table.csv("a,b\n1,2" + end).rows() == [ImportRow(line: 2, ["a": "1", "b": "2"])])
        #expect(
            try Table.csv("a,b\n1,\"2\"" + end).rows()
                == [ImportRow(line: 2, ["a": "1", "b": "2"])])
    }

    @Test("May begin with a byte order mark")
    func mark() throws {
        #expect(
            try Table.csv("\u{FEFF}a,b\n1,2").rows() == [ImportRow(line: 2, ["a": "1", "b": "2"])])
        #expect(
            try Table.csv("\u{FEFF}\"a\",b\n1,2").rows() == [
                ImportRow(line: 2, ["a": "1", "b": "2"])
            ])
    }

    @Test("Tells by its header what stands between the fields", arguments: [",", ";", "\t"])
    func separators(mark: String) throws {
        let table = Table.csv("a\(mark)b\n1\(mark)\"2\(mark)\"\n")
        #expect(try table.rows() == [ImportRow(line: 2, ["a": "1", "b": .string("2\(mark)")])])
    }

    @Test("A comma in the header decides, unless it stands in quotes")
    func decisiveComma() throws {
        #expect(try Table.csv("a;b,c\n1,2").rows() == [ImportRow(line: 2, ["a;b": "1", "c": "2"])])
        #expect(
            try Table.csv("\"a,b\";c\n1;2").rows() == [ImportRow(line: 2, ["a,b": "1", "c": "2"])])
    }

    @Test("In a .tsv file tabs stand between the fields, and commas are text")
    func tabs() throws {
        #expect(
            try Table.tsv("a\tb,c\n1,5\t2").rows() == [
                ImportRow(line: 2, ["a": "1,5", "b,c": "2"])
            ])
    }

    @Test("May have one column only")
    func oneColumn() throws {
        #expect(
            try Table.csv("email\na@b.example\n").rows() == [
                ImportRow(line: 2, ["email": "a@b.example"])
            ])
    }

    @Test("An empty field is as if it weren't there, and blanks are kept")
    func empty() throws {
        #expect(try Table.csv("a,b,c\n,\"\", x \n").rows() == [ImportRow(line: 2, ["c": " x "])])
    }

    @Test("Blank lines and rows of nothing are skipped, and counted")
    func blankLines() throws {
        let rows = try Table.csv("\n\na,b\n\n1,2\n \r\n,\n3,4\n").rows()
        #expect(rows.map(\.line) == [5, 8])
    }

    @Test("A blank line within quotes is text")
    func quotedBlankLine() throws {
        #expect(
            try Table.csv("a,b\n\"x\n\ny\",2\n3,4").rows() == [
                ImportRow(line: 2, ["a": "x\n\ny", "b": "2"]),
                ImportRow(line: 5, ["a": "3", "b": "4"]),
            ])
    }

    @Test("Names of columns are trimmed and in lower case")
    func names() throws {
        #expect(
            try Table.csv(" Email ,\"Full Name\"\na,b").rows() == [
                ImportRow(line: 2, ["email": "a", "full name": "b"])
            ])
    }

    @Test("A header alone is a table without rows")
    func headerOnly() throws {
        #expect(try Table.csv("a,b\n").rows() == [])
    }

    @Test(
        "Is refused with the line and the reason",
        arguments: [
            ("", nil, "there is no header"), ("\n \n", nil, "there is no header"),
            ("a,b\n1\n", 2, "1 fields, the header 2"),
            ("a,b\n1,2\n\n1,2,3\n", 4, "3 fields, the header 2"),
            ("a,b\n\"x\ny\",2,3\n", 2, "3 fields"),
            ("a,A \n", 1, "two columns are called \"a\""), ("a,,b\n", 1, "column 2 has no name"),
            ("\na, \n", 2, "column 2 has no name"),
            ("a,b\n1,x\"y\n", 2, "a quote stands within a field"),
            ("a,b\n1, \"y\"\n", 2, "a quote stands within a field"),
            ("a,b\n\"1\"x,2\n", 2, "something follows the quote"),
            ("a,b\n1,2\n3,\"4\n5,6\n", 3, "is never closed"), ("a,\"b", 1, "is never closed"),
            ("a,b\n1,2\r3,4\n", 2, "a carriage return stands alone"),
            ("a,b\r1,2\r3,4", 1, "a carriage return stands alone"),
        ] as [(String, Int?, String)])
    func refused(text: String, line: Int?, reason: String) throws {
        let fault = try #require(try Table.csv(text).fault())
        #expect(fault.line == line)
        #expect(fault.reason.contains(reason))
    }

    @Test("What is not UTF-8 is refused with its line, in quotes too")
    func encoding() throws {
        let latin: [UInt8] = Array("a,b\n1,\"2\nx".utf8) + [0xE9] + Array("\"\n".utf8)
        let fault = try #require(try Table(form: .csv, bytes: latin).fault())
        #expect(fault.line == 3)
        #expect(fault.reason.contains("UTF-8"))
    }

    @Test("What was saved as UTF-16 is refused in its first line")
    func utf16() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "a,b\n1,2".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try Table(form: .csv, bytes: bytes).fault()?.line == 1)
    }
}
