import Testing

@testable import HTTP

@Suite("The frames of a server")
struct FrameWriterTests {
    private func bytes(_ opcode: Opcode, _ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        FrameWriter.append(opcode, Array(repeating: 1, count: count), to: &bytes)
        return bytes
    }

    @Test("A length takes as few bytes as it can")
    func lengths() {
        #expect(bytes(.text, 0) == [0x81, 0])
        #expect(bytes(.text, 125).prefix(2) == [0x81, 125])
        #expect(bytes(.text, 126).prefix(4) == [0x81, 126, 0, 126])
        #expect(bytes(.binary, 65_535).prefix(4) == [0x82, 126, 255, 255])
        #expect(bytes(.text, 65_536).prefix(10) == [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0])
    }

    @Test("A reason that is too long for a Close frame is cut between characters")
    func reasons() {
        var bytes: [UInt8] = []
        FrameWriter.append(Closing(.normal, String(repeating: "é", count: 100)), to: &bytes)
        #expect(bytes.prefix(4) == [0x88, 124, 0x03, 0xE8])
        #expect(bytes.count == 126)
        #expect(String(validating: bytes[4...], as: UTF8.self) != nil)
    }

    @Test("A Close frame without a code is empty")
    func noCode() {
        var bytes: [UInt8] = []
        FrameWriter.append(Closing(nil, "not sent"), to: &bytes)
        #expect(bytes == [0x88, 0])
    }
}
