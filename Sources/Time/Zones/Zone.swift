/// A region whose clocks are set alike, by its name in the IANA database: `Europe/Berlin`.
///
/// It turns moments into what clocks there show, and back. Both are a binary search in a table and
/// allocate nothing, so lists may convert every row.
package final class Zone: Sendable {
    package let name: String
    let timeline: Timeline

    /// Reads a zone from the bytes of a file of the IANA database.
    package convenience init(name: String, tzif bytes: [UInt8]) throws(TZifFault) {
        self.init(name: name, Timeline(try TZifFile(bytes)))
    }

    private init(name: String, _ timeline: Timeline) {
        self.name = name
        self.timeline = timeline
    }

    /// Needs no file, so it is known on any machine.
    package static let utc = Zone(name: "UTC", Timeline(offset: 0))

    /// How many seconds clocks are ahead of UTC; negative where they are behind.
    package func offset(at instant: Instant) -> Int {
        Int(timeline.offset(at: instant.seconds))
    }

    /// What clocks show, the begun second cut off.
    package func local(at instant: Instant) -> LocalTime {
        let seconds = instant.seconds
        return LocalTime(secondsSince1970: seconds + timeline.offset(at: seconds))
    }
}
