import Crypto
import Posix

extension PartialFile {
    private static let pieceSize = 1 << 20

    /// The hash of all that is in it, in hexadecimal.
    func sha256(while isWanted: () -> Bool) throws -> String {
        var offset = 0
        return try SHA256.hash(ofPieces: {
            guard isWanted() else { throw BackupError.stopped }
            let piece = try read(at: offset, atMost: Self.pieceSize)
            offset += piece.count
            return piece
        }).hexadecimal
    }

    /// Writes what is in another file, and gives the hash of that.
    @discardableResult
    func fill(from path: String) throws -> String {
        let source = try File(reading: path)
        var offset = 0
        return try SHA256.hash(ofPieces: {
            let piece = try source.read(at: offset, atMost: Self.pieceSize)
            try write(piece)
            offset += piece.count
            return piece
        }).hexadecimal
    }
}
