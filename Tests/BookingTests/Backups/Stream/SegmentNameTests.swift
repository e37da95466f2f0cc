import Testing

@testable import Booking

@Suite("The name of a piece of the log")
struct SegmentNameTests {
    private let hash = String(repeating: "0f", count: 32)

    @Test("Is read as it is written, and sorts by the order of the pieces")
    func roundTrip() {
        let name = SegmentName(
            serial: 12, place: LogPlace(epoch: 3, bytes: 41_232), sha256: hash)
        #expect(name.text == "log-00000012-000003-000000041232-\(hash).wal")
        #expect(SegmentName(name.text) == name)
    }

    @Test(
        "Others are other files",
        arguments: [
            "log-1-2-3-4.wal", "log.partial", "log-00000012-000003-000000041232.wal",
            "log-00000012-000003-000000041232-0f.wal.partial",
        ])
    func others(text: String) {
        #expect(SegmentName(text) == nil)
    }
}
