/// Bytes of the log as they were read, whole frames of one epoch.
struct LogPiece: Sendable {
    let place: LogPlace
    var bytes: [UInt8]

    var end: LogPlace { LogPlace(epoch: place.epoch, bytes: place.bytes + bytes.count) }
}
