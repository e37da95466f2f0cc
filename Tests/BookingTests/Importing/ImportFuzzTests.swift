import Chance
import JSON
import Testing

@testable import Booking

@Suite("Whatever is imported")
struct ImportFuzzTests {
    /// Pieces that mean something to one of the readers, or may be cut in two.
    private static let pieces =
        [
            ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "a", "email", "ü", "😀", " ",
            "\u{FEFF}",
            "{", "}", "{\"a\":1}", "\"b\":", "[", "null", "\\", "\0", "1",
        ].map { Array($0.utf8) } + [[0xC3], [0xFF], [0xEF, 0xBB]]

    @Test(
        "Is read or refused with a line, and the same whatever its chunks are",
        arguments: UInt64(0)..<8)
    func nonsense(seed: UInt64) throws {
        for number in 0..<400 {
            var random = SeededGenerator(seed: seed, number: UInt64(number))
            let form = random.pick([ImportForm.csv, .tsv, .jsonLines])
            let bytes = (0..<random.below(60)).flatMap { _ in random.pick(Self.pieces) }
            let table = Table(form: form, bytes: bytes)
            let whole = Result { try table.rows(inChunksOf: 1_000) }
            let cut = Result { try table.rows(inChunksOf: 1 + random.below(4)) }
            switch (whole, cut) {
            case (.success(let rows), .success(let others)): #expect(rows == others)
            case (.failure(let fault as ImportError), .failure(let other as ImportError)):
                #expect(fault == other)
                let lines = bytes.count { $0 == 0x0A } + 1
                #expect((1...lines).contains(fault.line ?? 1))
            default: Issue.record("\(bytes): \(whole), \(cut)")
            }
        }
    }

    @Test("Comes back as it was when each field is put into quotes", arguments: UInt64(0)..<8)
    func roundTrip(seed: UInt64) throws {
        let letters = ["a", ",", ";", "\t", "\"", "\n", "\r\n", "\r", "ü", "😀", " "]
        for number in 0..<200 {
            var random = SeededGenerator(seed: seed, number: UInt64(number))
            let width = 1 + random.below(4)
            let rows = (0..<random.below(5)).map { _ in
                (0..<width).map { _ in
                    (0...random.below(6)).map { _ in random.pick(letters) }.joined()
                }
            }
            let header = (0..<width).map { "c\($0)" }
            let text = ([header] + rows).map(Self.line).joined()
            let read = try Table.csv(text).rows(inChunksOf: 1 + random.below(9))
            let sent = rows.map { row in
                Dictionary(uniqueKeysWithValues: zip(header, row.map(JSON.string)))
            }
            #expect(read.map(\.values) == sent)
        }
    }

    private static func line(_ fields: [String]) -> String {
        // Replaced by scalars: a quote with an accent on it is one character.
        let quoted = fields.map { field in
            "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\""
        }
        return quoted.joined(separator: ",") + "\r\n"
    }
}
