/// How amounts are shown to people on a terminal: `512 MB in 1.2 s, 50,310 entries/s`.
///
/// Two or three digits say enough. What would be rounded up to a thousand is shown in the next unit.
enum Quantity {
    /// A number of bytes, in the decimal units of disks: `1 byte`, `512 MB`, `1.2 GB`.
    static func size(_ bytes: Int) -> String {
        let bytes = UInt64(max(0, bytes))
        guard bytes >= 1_000 else { return count(Int(bytes), "byte", "bytes") }
        var unit: UInt64 = 1_000
        for name in ["kB", "MB", "GB", "TB", "PB"] {
            if rounded(bytes, to: unit) < 1_000 { return "\(digits(bytes, in: unit)) \(name)" }
            unit *= 1_000
        }
        return "\(digits(bytes, in: unit)) EB"
    }

    /// A time that something took: `850 µs`, `1.2 s`, `2 min 5 s`, `3 h 10 min`.
    static func time(_ duration: Duration) -> String {
        let (whole, attoseconds) = max(duration, .zero).components
        let seconds = UInt64(whole) + (attoseconds >= 500_000_000_000_000_000 ? 1 : 0)
        if seconds < 60 {
            return shortTime(UInt64(whole) * 1_000_000_000 + nanoseconds(attoseconds))
        }
        if seconds < 3_600 { return pair(seconds, "min", "s", of: 60) }
        let minutes = rounded(seconds, to: 60)
        if minutes < 24 * 60 { return pair(minutes, "h", "min", of: 60) }
        return pair(rounded(seconds, to: 3_600), "d", "h", of: 24)
    }

    /// A number of things: `1 entry`, `50,310 entries`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }

    /// How many things a second: `50,310 entries/s`, `1.5 entries/s`.
    static func pace(_ number: Int, _ many: String, in duration: Duration) -> String {
        let seconds = max(duration / .seconds(1), 0.000_001)
        let tenths = Int(min(Double(number) * 10 / seconds, 1e18).rounded())
        let pace = tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : grouped((tenths + 5) / 10)
        return "\(pace) \(many)/s"
    }

    // MARK: Parts

    /// Less than a minute.
    private static func shortTime(_ nanoseconds: UInt64) -> String {
        for (unit, name) in [(1_000, "µs"), (1_000_000, "ms")] as [(UInt64, String)]
        where rounded(nanoseconds, to: unit) < 1_000 {
            return "\(digits(nanoseconds, in: unit)) \(name)"
        }
        return "\(digits(nanoseconds, in: 1_000_000_000)) s"
    }

    private static func nanoseconds(_ attoseconds: Int64) -> UInt64 {
        UInt64(attoseconds / 1_000_000_000)
    }

    /// Two units, so many of the smaller in the greater: `2 min 5 s`, `2 min`.
    private static func pair(
        _ amount: UInt64, _ greater: String, _ smaller: String, of size: UInt64
    ) -> String {
        let rest = amount % size
        return "\(amount / size) \(greater)" + (rest == 0 ? "" : " \(rest) \(smaller)")
    }

    /// `1.2` below ten, `12` and `512` above.
    private static func digits(_ amount: UInt64, in unit: UInt64) -> String {
        let tenths = rounded(amount, to: unit / 10)
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(rounded(amount, to: unit))"
    }

    private static func rounded(_ amount: UInt64, to unit: UInt64) -> UInt64 {
        (amount + unit / 2) / unit
    }

    /// `50,310`
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }
}
