/// The name of a piece of the log in the stream, which tells where it belongs and how to know it:
/// `log-00000012-000003-000000041232-HASH.wal`.
struct SegmentName: Equatable, Sendable {
    /// Counts the pieces of a generation without a gap, so that none can be missing unnoticed.
    let serial: Int
    /// Where it begins in the log.
    let place: LogPlace
    /// The hash of its bytes, in hexadecimal.
    let sha256: String

    init(serial: Int, place: LogPlace, sha256: String) {
        self.serial = serial
        self.place = place
        self.sha256 = sha256
    }

    /// Nil for any other name.
    init?(_ name: String) {
        guard name.hasPrefix("log-"), name.hasSuffix(".wal") else { return nil }
        let parts = name.dropFirst(4).dropLast(4).split(separator: "-")
        guard parts.count == 4, let serial = Int(parts[0]), let epoch = Int(parts[1]),
            let bytes = Int(parts[2])
        else { return nil }
        self.init(
            serial: serial, place: LogPlace(epoch: epoch, bytes: bytes), sha256: String(parts[3]))
        guard text == name else { return nil }
    }

    var text: String {
        let numbers = [serial.padded(to: 8), place.epoch.padded(to: 6), place.bytes.padded(to: 12)]
        return "log-\(numbers.joined(separator: "-"))-\(sha256).wal"
    }
}

extension Int {
    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
