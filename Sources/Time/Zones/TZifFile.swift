/// What a file of the IANA database says of a zone (RFC 9636): when clocks are set, to what, and the
/// rule for the time behind the last change.
///
/// A file of version 2 and above has everything twice: first in 32 bits for readers that know no other,
/// then in 64. Abbreviations are passed over, and so are leap seconds, which `Instant` doesn't have.
struct TZifFile {
    /// The largest zones have 3.5 KB.
    static let largest = 65_536

    /// The offset before the first change (section 3.2: the first type).
    let firstOffset: Int64
    let changes: [Timeline.Change]
    /// Nil where the file has none: then the last change holds for ever.
    let rule: YearlyRule?

    init(_ bytes: [UInt8]) throws(TZifFault) {
        guard bytes.count <= TZifFile.largest else { throw .tooLarge }
        var reader = TZifReader(bytes)
        var counts = try TZifCounts(from: &reader)
        let isWide = counts.version >= 2
        if isWide {
            try reader.skip(counts.size(ofMoment: 4))
            counts = try TZifCounts(from: &reader)
        }
        let block = try TZifBlock(counts, ofMoment: isWide ? 8 : 4, from: &reader)
        firstOffset = block.firstOffset
        changes = block.changes
        rule = isWide ? try Self.rule(from: &reader) : nil
    }

    private static func rule(from reader: inout TZifReader) throws(TZifFault) -> YearlyRule? {
        let line = try reader.footer()
        guard !line.isEmpty else { return nil }
        guard let rule = YearlyRule(line) else { throw .strangeRule }
        return rule
    }
}
