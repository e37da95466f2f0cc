import JSON
import Testing

struct RandomJSONTests {
    @Test("What was written reads back the same", arguments: UInt64(0)..<8)
    func roundTrip(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<100 {
            let value = random.value()
            let bytes = value.bytes
            #expect(try JSON.parse(bytes) == value)
            #expect(try JSON.parse(bytes).bytes == bytes)
            #expect(try JSON.parse(value.prettyText) == value)
        }
    }

    @Test("A document that was cut off anywhere is malformed", arguments: UInt64(0)..<8)
    func truncated(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        for _ in 0..<20 {
            let bytes = JSON.array([random.value(depth: 3)]).bytes
            for length in 0..<min(bytes.count, 400) {
                #expect(throws: MalformedJSON.self) { try JSON.parse(Array(bytes[..<length])) }
            }
        }
    }

    @Test(
        "Damaged bytes are malformed or another document, and never stop the reader",
        arguments: UInt64(0)..<8)
    func mutated(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<500 {
            let bytes = random.mutated(random.value(depth: 3).bytes)
            guard let value = try? JSON.parse(bytes) else { continue }
            #expect(try JSON.parse(value.bytes) == value)
        }
    }
}
