import JSON
import Testing
import Workbench

@testable import Booking

@Suite("A file to import")
struct ImportFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func rows(_ name: String, _ text: String) throws -> [ImportRow] {
        try folder.write(text, to: name)
        var rows: [ImportRow] = []
        try ImportFile.each(in: "\(folder.path)/\(name)") { rows.append($0) }
        return rows
    }

    @Test(
        "Is read by the form that its name tells of",
        arguments: [
            ("a.csv", "a,b\n1,2"), ("A.CSV", "a;b\n1;2"), ("x.y.tsv", "a\tb\n1\t2"),
            ("a.jsonl", #"{"a":"1","b":"2"}"#), ("a.ndjson", #"{"a":"1","b":"2"}"#),
        ])
    func forms(name: String, text: String) throws {
        #expect(try rows(name, text).map(\.values) == [["a": "1", "b": "2"]])
    }

    @Test(
        "Is refused when its name tells of no form", arguments: ["users", "a.xlsx", "csv", ".b/x"])
    func unknown(name: String) {
        #expect {
            try rows(name, "a,b\n")
        } throws: { error in
            "\(error)".contains("tables end in .csv, .tsv, .jsonl or .ndjson")
        }
    }

    @Test("A JSON document is refused with a way to make lines of it")
    func json() {
        #expect {
            try rows("users.json", "[]")
        } throws: { error in
            "\(error)".contains("jq -c '.[]'")
        }
    }

    @Test("Says so when there is none, or something else by that name")
    func missing() throws {
        let path = "\(folder.path)/a.csv"
        #expect(throws: ImportError(line: nil, reason: "there is no \(path)")) {
            try ImportFile.rows(in: path)
        }
        try folder.write("", to: "folder.csv/x")
        #expect(throws: ImportError.self) { try ImportFile.rows(in: "\(folder.path)/folder.csv") }
    }

    @Test("Is read to its end when it has many chunks")
    func long() throws {
        let lines = (1...100_000).map { "\($0),name \($0)" }.joined(separator: "\n")
        var count = 0
        try folder.write("id,name\n" + lines, to: "long.csv")
        try ImportFile.each(in: "\(folder.path)/long.csv") { row in
            count += 1
            guard row.values["id"] == .string("\(row.line - 1)") else { throw Stop() }
        }
        #expect(count == 100_000)
    }

    private struct Stop: Error {}

    @Test("Is read no further when its reader has had enough")
    func stopped() throws {
        try folder.write("a\n1\n\"", to: "a.csv")
        #expect(throws: Stop.self) {
            try ImportFile.each(in: "\(folder.path)/a.csv") { _ in throw Stop() }
        }
    }
}
