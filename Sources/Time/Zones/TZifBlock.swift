/// The data of a TZif file, once in 32 bits and once in 64 (RFC 9636, section 3.2).
struct TZifBlock {
    /// Before the Big Bang, or as far in the other direction, no clock is set (section 3.2: -2^59).
    private static let moments: ClosedRange<Int64> = -(1 << 59)...(1 << 59)

    let firstOffset: Int64
    let changes: [Timeline.Change]

    init(
        _ counts: TZifCounts, ofMoment width: Int, from reader: inout TZifReader
    ) throws(TZifFault) {
        try Self.check(counts)
        let moments = try Self.moments(counts.changes, width: width, from: &reader)
        let types = Array(try reader.bytes(counts.changes))
        let offsets = try Self.offsets(counts, from: &reader)
        try reader.skip(counts.letters + counts.leapSeconds * (width + 4))
        try reader.skip(counts.standard + counts.universal)
        guard types.allSatisfy({ $0 < offsets.count }) else { throw .contradiction }
        firstOffset = offsets[0]
        changes = zip(moments, types).map { .init(moment: $0, offset: offsets[Int($1)]) }
    }

    private static func check(_ counts: TZifCounts) throws(TZifFault) {
        let isFlagged = [counts.standard, counts.universal].allSatisfy {
            $0 == 0 || $0 == counts.types
        }
        guard isFlagged, counts.types > 0, counts.letters > 0 else { throw .contradiction }
    }

    private static func moments(
        _ count: Int, width: Int, from reader: inout TZifReader
    ) throws(TZifFault) -> [Int64] {
        var moments: [Int64] = []
        for _ in 0..<count {
            let moment = try reader.integer(bytes: width)
            guard Self.moments.contains(moment), moments.last.map({ $0 < moment }) ?? true
            else { throw .disorder }
            moments.append(moment)
        }
        return moments
    }

    /// The types of local time: an offset, whether it is daylight-saving time, and where its name is.
    private static func offsets(
        _ counts: TZifCounts, from reader: inout TZifReader
    ) throws(TZifFault) -> [Int64] {
        var offsets: [Int64] = []
        for _ in 0..<counts.types {
            let offset = try reader.integer(bytes: 4)
            guard Timeline.offsets.contains(offset) else { throw .strangeOffset }
            let flag = try reader.integer(bytes: 1)
            let name = try reader.integer(bytes: 1)
            guard (0...1).contains(flag), name < counts.letters else { throw .contradiction }
            offsets.append(offset)
        }
        return offsets
    }
}
