import Chance
import Testing

@testable import trial

@Suite("The events of a stream, however it was cut")
struct CuttingTests {
    @Test("Cut once, anywhere, it gives the same events", arguments: FuzzStream.short)
    func once(stream: FuzzStream) {
        #expect(FuzzReader.failureOfAnyCut(stream) == nil)
    }

    @Test("Byte by byte it gives the same events", arguments: FuzzStream.all)
    func byteByByte(stream: FuzzStream) {
        let whole = FuzzReading(FuzzCutting.whole(stream.bytes))
        #expect(FuzzReading(FuzzCutting.byteByByte(stream.bytes)) == whole)
        #expect(whole.faults == [])
    }

    @Test("In 200 random cuttings it gives the same events", arguments: FuzzStream.short)
    func random(stream: FuzzStream) {
        #expect(differences(stream, cuttings: 200) == 0)
    }

    @Test("A long one in a few random cuttings, too", arguments: FuzzStream.limits)
    func long(stream: FuzzStream) {
        #expect(differences(stream, cuttings: 10) == 0)
    }

    @Test(
        "Every stream but the faulty ones is read",
        arguments: FuzzStream.requests + FuzzStream.bodies)
    func read(stream: FuzzStream) {
        #expect(FuzzReading(FuzzCutting.whole(stream.bytes)).refusal == nil)
    }

    @Test("Every faulty stream is refused", arguments: FuzzStream.faults)
    func refused(stream: FuzzStream) {
        #expect(FuzzReading(FuzzCutting.whole(stream.bytes)).refusal != nil)
    }

    /// How many random cuttings give other events than the whole.
    private func differences(_ stream: FuzzStream, cuttings: Int) -> Int {
        let whole = FuzzReading(FuzzCutting.whole(stream.bytes))
        var random = SeededGenerator(seed: 1)
        return (0..<cuttings).count { _ in
            FuzzReading(FuzzCutting.random(stream.bytes, &random)) != whole
        }
    }
}
