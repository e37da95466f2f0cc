import Testing
import Time

@Suite("A zone's file")
struct TZifFileTests {
    /// Two hours ahead between two moments.
    private static let small = TZifBytes(
        offsets: [600, 7_200, 3_600], changes: [(1_000, 1), (2_000, 2)], footer: "AAA-1")

    private static func zone(_ bytes: [UInt8]) throws(TZifFault) -> Zone {
        try Zone(name: "Test/Small", tzif: bytes)
    }

    @Test("It is read in each version", arguments: [0, 0x32, 0x33, 0x34] as [UInt8])
    func versions(version: UInt8) throws {
        var file = Self.small
        file.version = version
        let zone = try Self.zone(file.bytes)
        let offsets = [999, 1_000, 1_999, 2_000].map { zone.offset(at: Instant(seconds: $0)) }
        #expect(offsets == [600, 7_200, 7_200, 3_600])
    }

    @Test("Leap seconds and flags are passed over")
    func leapSeconds() throws {
        var file = Self.small
        file.leapSeconds = [(78_796_800, 1), (94_694_401, 2)]
        file.hasFlags = true
        let zone = try Self.zone(file.bytes)
        #expect(zone.offset(at: Instant(seconds: 1_500)) == 7_200)
        #expect(zone.offset(at: Instant(seconds: 2_000_000_000)) == 3_600)
    }

    @Test("The 64 bits count, where both are there")
    func wide() throws {
        var file = Self.small
        file.changes.insert((-3_000_000_000, 1), at: 0)
        let zone = try Self.zone(file.bytes)
        #expect(zone.offset(at: Instant(seconds: -3_000_000_001)) == 600)
        #expect(zone.offset(at: Instant(seconds: -3_000_000_000)) == 7_200)
    }

    @Test("It is refused wherever it is cut off")
    func cutOff() {
        let bytes = Self.small.bytes
        for count in bytes.indices {
            #expect(throws: TZifFault.self) { try Self.zone(Array(bytes.prefix(count))) }
        }
    }

    @Test(
        "What isn't one is refused",
        arguments: [[], Array("TZiF2".utf8), Array("# version 2025b\n".utf8)])
    func anotherFormat(bytes: [UInt8]) {
        #expect(throws: TZifFault.self) { try Self.zone(bytes) }
    }

    @Test("A version that isn't a digit is refused")
    func strangeVersion() {
        var file = Self.small
        file.version = 0x31
        #expect(throws: TZifFault.anotherFormat) { try Self.zone(file.bytes) }
    }

    @Test("Changes that are not one after the other, or beyond all time, are refused")
    func disorder() {
        for moments in [[2_000, 1_000], [1_000, 1_000], [0, 1 << 60], [-(1 << 60), 0]] {
            var file = Self.small
            file.changes = moments.map { (Int64($0), 1) }
            #expect(throws: TZifFault.disorder) { try Self.zone(file.bytes) }
        }
    }

    @Test("A change to a type that the file doesn't have is refused")
    func unknownType() {
        var file = Self.small
        file.changes = [(0, 3)]
        #expect(throws: TZifFault.contradiction) { try Self.zone(file.bytes) }
    }

    @Test("A file without types is refused")
    func noTypes() {
        #expect(throws: TZifFault.contradiction) { try Self.zone(TZifBytes(offsets: []).bytes) }
    }

    @Test(
        "Clocks that are further from UTC than any are refused",
        arguments: [
            (-90_000, false), (-89_999, true), (93_599, true), (93_600, false), (.min, false),
            (.max, false),
        ] as [(Int32, Bool)])
    func offsets(offset: Int32, isRead: Bool) {
        let zone = try? Self.zone(TZifBytes(offsets: [offset]).bytes)
        #expect((zone != nil) == isRead)
    }

    @Test("Counts over the limits are refused before anything is read")
    func limits() {
        for place in [20, 24, 28, 32, 36, 40] {
            for count: [UInt8] in [[0, 1, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF]] {
                var bytes = Self.small.bytes
                bytes.replaceSubrange(place..<place + 4, with: count)
                #expect(throws: TZifFault.tooLarge) { try Self.zone(bytes) }
            }
        }
    }

    @Test("A file over 64 KiB, and a rule over 256 letters, are refused")
    func tooLarge() {
        let padding = [UInt8](repeating: 0, count: 65_537)
        #expect(throws: TZifFault.tooLarge) { try Self.zone(Self.small.bytes + padding) }
        var file = Self.small
        file.footer = String(repeating: "A", count: 300)
        #expect(throws: TZifFault.tooLarge) { try Self.zone(file.bytes) }
    }
}
