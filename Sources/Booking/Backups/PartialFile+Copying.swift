import Crypto
import Posix

extension PartialFile {
    /// Writes what is in another file, and gives the hash of that.
    @discardableResult
    func fill(from path: String) throws -> String {
        let source = try File(reading: path)
        var offset = 0
        return try SHA256.hash(ofPieces: {
            let piece = try source.read(at: offset, atMost: 1 << 20)
            try write(piece)
            offset += piece.count
            return piece
        }).hexadecimal
    }
}
