import Crypto
import Posix

extension SHA256 {
    /// The hash of all that is in a file.
    static func hash(
        ofFileAt path: String, while isWanted: () -> Bool = { true }
    ) throws -> [UInt8] {
        let file = try File(reading: path)
        var offset = 0
        return try hash(ofPieces: {
            guard isWanted() else { throw BackupError.stopped }
            let piece = try file.read(at: offset, atMost: 1 << 20)
            offset += piece.count
            return piece
        })
    }
}
