import JSON
import Time

/// A moment, in the spellings that systems export. Without an offset it means UTC.
enum ImportedMoment {
    static func read(_ json: JSON, _ faults: inout Faults) -> Instant? {
        if let moment = moment(json) { return moment }
        faults.add(
            "bad_format", "must be a moment such as 2026-01-15T09:00:00Z, or seconds since 1970")
        return nil
    }

    /// The same, but it has to tell its distance from UTC: a local time would be a guess.
    static func readWithOffset(_ json: JSON, _ faults: inout Faults) -> Instant? {
        guard let moment = read(json, &faults) else { return nil }
        guard case .string(let text) = json, sinceEpoch(text.asColumnName) == nil else {
            return moment
        }
        let name = text.asColumnName
        guard name.hasSuffix(" utc") || Timestamp(rfc3339: spelledOut(name))?.hasOffset == true
        else {
            faults.add(
                "offset_required",
                "must end with Z or an offset such as +05:30; what clocks show is a date and a time"
            )
            return nil
        }
        return moment
    }

    private static func moment(_ json: JSON) -> Instant? {
        switch json {
        case .integer(let number): return sinceEpoch("\(number)")
        case .decimal(let number): return sinceEpoch(number.text)
        case .string(let text):
            let text = text.asColumnName
            return midnight(text) ?? Instant(rfc3339: spelledOut(text)) ?? sinceEpoch(text)
        default: return nil
        }
    }

    private static func midnight(_ text: String) -> Instant? {
        CivilDate(iso8601: text).map { Instant(seconds: Int64($0.daysSince1970) * 86_400) }
    }

    /// `17:23:00 +0000`, `17:23:00+00`, `17:23:00 UTC` as RFC 3339 has them. The text is in lower case.
    private static func spelledOut(_ text: String) -> String {
        let parts = text.split(separator: " ")
        let isInUTC = parts.count > 1 && parts.last == "utc"
        let date = parts.first.map(String.init) ?? ""
        let isDateAlone = date.utf8.count == 10
        let rest = parts.dropFirst().dropLast(isInUTC ? 1 : 0)
        let moment = ([date + (isDateAlone ? "t" : "")] + rest.map(String.init)).joined()
        guard let sign = moment.utf8.lastIndex(where: { signs.contains($0) }) else { return moment }
        let offset = moment.utf8[sign...].dropFirst()
        let place = moment.utf8.distance(from: moment.utf8.startIndex, to: sign)
        // Before the 19th the signs are those of the date.
        guard place >= 19, offset.allSatisfy({ 0x30...0x39 ~= $0 }) else { return moment }
        switch offset.count {
        case 2: return moment + ":00"
        case 4: return String(moment.dropLast(2)) + ":" + String(moment.suffix(2))
        default: return moment
        }
    }

    private static let signs: Set = [UInt8(ascii: "+"), UInt8(ascii: "-")]

    /// Seconds, with or without a fraction, or milliseconds. Nothing before 2001: such a number is
    /// rather a date without its hyphens, or a spreadsheet's day.
    private static func sinceEpoch(_ text: String) -> Instant? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
        guard areDigits, parts.count <= 2, let first = parts.first, let whole = Int64(first) else {
            return nil
        }
        switch whole {
        case 1_000_000_000..<100_000_000_000:
            let fraction = parts.count == 2 ? parts[1] : ""
            let thousandths = Int64(fraction.prefix(3) + "000".dropFirst(min(3, fraction.count)))
            return Instant(milliseconds: whole * 1_000 + (thousandths ?? 0))
        case 1_000_000_000_000..<100_000_000_000_000: return Instant(milliseconds: whole)
        default: return nil
        }
    }
}
