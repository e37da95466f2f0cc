import Testing

@testable import roost

@Suite("Quantities on a terminal")
struct QuantityTests {
    @Test(
        "Bytes are shown in the unit that leaves three digits at most",
        arguments: [
            (-1, "0 bytes"), (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"),
            (1_000, "1.0 kB"), (1_249, "1.2 kB"), (9_949, "9.9 kB"), (9_950, "10 kB"),
            (999_499, "999 kB"), (999_500, "1.0 MB"), (512_000_000, "512 MB"),
            (1_234_000_000, "1.2 GB"), (5_000_000_000_000, "5.0 TB"), (.max, "9.2 EB"),
        ])
    func sizes(bytes: Int, text: String) {
        #expect(Quantity.size(bytes) == text)
    }

    @Test(
        "Times are shown in the unit that leaves three digits at most, longer ones in two units",
        arguments: [
            (.seconds(-1), "0.0 µs"), (.zero, "0.0 µs"), (.nanoseconds(1_500), "1.5 µs"),
            (.microseconds(850), "850 µs"), (.nanoseconds(999_500), "1.0 ms"),
            (.milliseconds(12), "12 ms"), (.milliseconds(999), "999 ms"),
            (.microseconds(999_500), "1.0 s"), (.milliseconds(1_249), "1.2 s"),
            (.milliseconds(59_499), "59 s"), (.milliseconds(59_500), "1 min"),
            (.seconds(125), "2 min 5 s"), (.seconds(3_599), "59 min 59 s"),
            (.milliseconds(3_599_500), "1 h"), (.seconds(11_400), "3 h 10 min"),
            (.seconds(86_370), "1 d"), (.seconds(187_200), "2 d 4 h"),
            (.seconds(Int64.max), "106751991167300 d 16 h"),
        ] as [(Duration, String)])
    func times(duration: Duration, text: String) {
        #expect(Quantity.time(duration) == text)
    }

    @Test(
        "Numbers are grouped by thousands, and one thing is one",
        arguments: [
            (0, "0 entries"), (1, "1 entry"), (999, "999 entries"), (1_000, "1,000 entries"),
            (50_310, "50,310 entries"), (1_234_567, "1,234,567 entries"),
            (-1_000, "-1,000 entries"),
        ])
    func counts(number: Int, text: String) {
        #expect(Quantity.count(number, "entry", "entries") == text)
    }

    @Test(
        "A pace is per second, however short the time was",
        arguments: [
            (60_372, .milliseconds(1_200), "50,310 entries/s"), (3, .seconds(2), "1.5 entries/s"),
            (0, .seconds(1), "0.0 entries/s"), (100, .seconds(9), "11 entries/s"),
            (1, .zero, "1,000,000 entries/s"), (.max, .zero, "100,000,000,000,000,000 entries/s"),
        ] as [(Int, Duration, String)])
    func paces(number: Int, duration: Duration, text: String) {
        #expect(Quantity.pace(number, "entries", in: duration) == text)
    }
}
