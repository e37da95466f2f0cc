import Crypto

extension PartialFile {
    /// The hash of all that is in it, in hexadecimal.
    func sha256(while isWanted: () -> Bool) throws -> String {
        var offset = 0
        let hash = try SHA256.hash(ofPieces: {
            guard isWanted() else { throw BackupError.stopped }
            let piece = try read(at: offset, atMost: 1 << 20)
            offset += piece.count
            return piece
        })
        return hash.hexadecimal
    }
}
