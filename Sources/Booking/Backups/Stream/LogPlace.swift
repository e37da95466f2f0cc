import JSON

/// A place in the log: so many bytes of an epoch.
struct LogPlace: Comparable, Sendable {
    var epoch: Int
    var bytes: Int

    static func < (a: LogPlace, b: LogPlace) -> Bool {
        (a.epoch, a.bytes) < (b.epoch, b.bytes)
    }

    static let schema = Schema<LogPlace>.object(
        LogPlace.init,
        Field("epoch", \.epoch, .integer(0...Int.max), "The epoch."),
        Field("bytes", \.bytes, .integer(0...Int.max), "How many bytes of it."))
}
