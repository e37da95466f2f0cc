/// Writes TZif files (RFC 9636), those that are wrong among them.
struct TZifBytes {
    var version: UInt8 = 0x32
    /// Seconds ahead of UTC; the first one holds before the first change.
    var offsets: [Int32]
    var changes: [(moment: Int64, type: UInt8)] = []
    var leapSeconds: [(moment: Int64, correction: Int32)] = []
    var footer = ""
    /// One flag for each type: standard or wall, UT or local.
    var hasFlags = false

    /// The whole file: the same in 32 bits, as far as it fits, and in 64.
    var bytes: [UInt8] {
        var bytes = header(of: narrowChanges.count, narrowLeapSeconds.count)
        append(narrowChanges, narrowLeapSeconds, width: 4, to: &bytes)
        guard version != 0 else { return bytes }
        bytes += header(of: changes.count, leapSeconds.count)
        append(changes, leapSeconds, width: 8, to: &bytes)
        return bytes + Array("\n\(footer)\n".utf8)
    }

    private var narrowChanges: [(moment: Int64, type: UInt8)] {
        changes.filter { Int32(exactly: $0.moment) != nil }
    }

    private var narrowLeapSeconds: [(moment: Int64, correction: Int32)] {
        leapSeconds.filter { Int32(exactly: $0.moment) != nil }
    }

    private func header(of changes: Int, _ leapSeconds: Int) -> [UInt8] {
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        let flags = hasFlags ? offsets.count : 0
        for count in [flags, flags, leapSeconds, changes, offsets.count, 4] {
            Self.append(Int64(count), width: 4, to: &bytes)
        }
        return bytes
    }

    private func append(
        _ changes: [(moment: Int64, type: UInt8)],
        _ leapSeconds: [(moment: Int64, correction: Int32)], width: Int, to bytes: inout [UInt8]
    ) {
        for change in changes { Self.append(change.moment, width: width, to: &bytes) }
        bytes += changes.map(\.type)
        for offset in offsets {
            Self.append(Int64(offset), width: 4, to: &bytes)
            bytes += [0, 0]
        }
        bytes += Array("LMT\0".utf8)
        for leapSecond in leapSeconds {
            Self.append(leapSecond.moment, width: width, to: &bytes)
            Self.append(Int64(leapSecond.correction), width: 4, to: &bytes)
        }
        if hasFlags { bytes += [UInt8](repeating: 0, count: 2 * offsets.count) }
    }

    private static func append(_ number: Int64, width: Int, to bytes: inout [UInt8]) {
        for place in (0..<width).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place)))
        }
    }
}
