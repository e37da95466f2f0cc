import Chance
import Testing
import Time
import Workbench

struct InstantTextTests {
    @Test(
        "A moment is written in UTC, to the millisecond",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (-86_400_000, "1969-12-31T00:00:00.000Z"), (-86_400_001, "1969-12-30T23:59:59.999Z"),
            (1_768_467_600_000, "2026-01-15T09:00:00.000Z"),
            (951_782_400_007, "2000-02-29T00:00:00.007Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
        ])
    func written(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).rfc3339 == text)
    }

    @Test(
        "A moment that no text can show is written as the nearest that one can",
        arguments: [
            (Int64.min, "0001-01-01T00:00:00.000Z"), (Int64.max, "9999-12-31T23:59:59.999Z"),
        ])
    func clamped(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).rfc3339 == text)
    }

    @Test("Every moment reads back as it was written")
    func roundTrip() {
        var generator = SeededGenerator(seed: 3339)
        let (first, last) = (Instant.writable.lowerBound, Instant.writable.upperBound)
        for _ in 0..<20_000 {
            let milliseconds = Int64.random(
                in: first.milliseconds...last.milliseconds, using: &generator)
            let instant = Instant(milliseconds: milliseconds)
            #expect(Timestamp(rfc3339: instant.rfc3339)?.instant == instant)
        }
    }

    @Test("Texts are in the order of their moments")
    func order() {
        var generator = SeededGenerator(seed: 9557)
        for _ in 0..<2_000 {
            let a = Instant(
                seconds: .random(in: -62_135_596_800...253_402_300_799, using: &generator))
            let b = Instant(
                seconds: .random(in: -62_135_596_800...253_402_300_799, using: &generator))
            #expect((a < b) == (a.rfc3339 < b.rfc3339))
        }
    }
}
