import Crypto
import Posix

extension PartialFile {
    /// Writes what is in another file, and gives the hash of that.
    @discardableResult
    func fill(from path: String) throws -> String {
        let source = try File(reading: path)
        var offset = 0
        return try SHA256.hash(ofPieces: {
            let piece = try Self.piece(of: source, at: offset)
            try write(piece)
            offset += piece.count
            return piece
        }).hexadecimal
    }

    /// A disk that doesn't give back what it has makes a copy as useless as a wrong byte.
    private static func piece(of source: borrowing File, at offset: Int) throws(BackupError)
        -> [UInt8]
    {
        do throws(SystemError) {
            return try source.read(at: offset, atMost: 1 << 20)
        } catch {
            throw .unsound(source.path, finding: "\(error)")
        }
    }
}
