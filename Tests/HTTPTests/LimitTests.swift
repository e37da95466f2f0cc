import HTTP
import Testing

@testable import trial

@Suite("The reader's limits")
struct LimitTests {
    @Test("A request line of 8 KiB is read, one byte more is answered with 414")
    func requestLine() {
        #expect(Limits.requestLine == 8_192)
        #expect(refused(FuzzStream.requestLine(8_192)) == nil)
        #expect(refused(FuzzStream.requestLine(8_193)) == 414)
    }

    @Test("A request line too long is refused before its end comes")
    func endlessRequestLine() {
        #expect(refused("GET /" + String(repeating: "a", count: 8_192)) == 414)
    }

    @Test("A header of 16 KiB is read, one byte more is answered with 431")
    func headerBlock() {
        #expect(Limits.headerBlock == 16_384)
        #expect(refused(FuzzStream.headerBlock(16_384)) == nil)
        #expect(refused(FuzzStream.headerBlock(16_385)) == 431)
    }

    @Test("A header too long is refused before its end comes")
    func endlessHeader() {
        #expect(refused("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 16_384)) == 431)
    }

    @Test("100 fields are read, one more is answered with 431")
    func fieldCount() {
        #expect(Limits.fieldCount == 100)
        #expect(refused(FuzzStream.fields(100)) == nil)
        #expect(refused(FuzzStream.fields(101)) == 431)
    }

    @Test("Chunk extensions of 4 KiB are passed over, one byte more is refused")
    func extensions() {
        #expect(Limits.chunkOverhead == 4_096)
        #expect(refused(FuzzStream.extensions(4_096)) == nil)
        #expect(refused(FuzzStream.extensions(4_097)) == 400)
    }

    @Test("Trailers of 4 KiB with the extensions are passed over, one byte more is refused")
    func trailers() {
        #expect(refused(FuzzStream.trailers(4_096)) == nil)
        #expect(refused(FuzzStream.trailers(4_097)) == 400)
    }

    @Test("Extensions or trailers too long are refused before their end comes")
    func endlessOverhead() {
        let long = String(repeating: "a", count: 4_200)
        #expect(refused(post(chunks: "1;\(long)")) == 400)
        #expect(refused(post(chunks: "0\r\nX: \(long)")) == 400)
    }

    @Test("Zeros before a size beyond the 16 digits that it can have count as overhead")
    func zeros() {
        func chunk(_ zeros: Int) -> String { String(repeating: "0", count: zeros) + "1\r\nx\r\n" }
        #expect(refused(post(chunks: chunk(15 + 4_000) + chunk(15 + 96))) == nil)
        #expect(refused(post(chunks: chunk(15 + 4_000) + chunk(15 + 97))) == 400)
    }

    @Test("Each request begins with all limits anew")
    func pipelined() throws {
        let stream = FuzzStream.headerBlock(16_384) + FuzzStream.trailers(4_096)
        #expect(try paths(stream + stream).count == 4)
    }
}
