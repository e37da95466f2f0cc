import HTTP
import Testing

@Suite("A request's body, collected")
struct RequestBodyTests {
    @Test("No body is no bytes")
    func none() async throws {
        #expect(try await RequestBody.none.collect(upTo: 0) == [])
    }

    @Test("A body at the limit is read, one byte more is refused")
    func limit() async throws {
        #expect(try await RequestBody.bytes([1, 2, 3]).collect(upTo: 3) == [1, 2, 3])
        await #expect(throws: BodyTooLarge.self) {
            try await RequestBody.bytes([1, 2, 3]).collect(upTo: 2)
        }
    }

    @Test("Pieces are put together")
    func pieces() async throws {
        let body = RequestBody.source(Pieces([1, 2], [3], [4, 5]), length: nil)
        #expect(try await body.collect(upTo: 5) == [1, 2, 3, 4, 5])
    }

    @Test("A body that says it is too long is refused before a piece is read")
    func announced() async {
        let pieces = Pieces([1, 2])
        await #expect(throws: BodyTooLarge.self) {
            try await RequestBody.source(pieces, length: 3).collect(upTo: 2)
        }
        #expect(await pieces.given == 0)
    }

    @Test("A body that turns out too long is refused at the piece that shows it")
    func unannounced() async {
        let pieces = Pieces([1, 2], [3], [4])
        await #expect(throws: BodyTooLarge.self) {
            try await RequestBody.source(pieces, length: nil).collect(upTo: 2)
        }
        #expect(await pieces.given == 2)
    }
}

/// A body of pieces made beforehand, which counts those that were asked for.
private actor Pieces: BodySource {
    private let pieces: [[UInt8]]
    private(set) var given = 0

    init(_ pieces: [UInt8]...) {
        self.pieces = pieces
    }

    func next() -> [UInt8]? {
        guard given < pieces.count else { return nil }
        given += 1
        return pieces[given - 1]
    }
}
