import Crypto
import Posix
import Time

/// Writes pieces of the log into a generation's folder, one after the other. Each has its name only when
/// it is whole and on the disk.
struct Shipment: Sendable {
    let folder: Folder
    private var serial = 0

    /// One file has so much at most: it is held in memory when it is read.
    private static let mostBytes = 16 << 20

    init(into folder: Folder) {
        self.folder = folder
    }

    /// Writes what was read of the log.
    mutating func ship(_ pieces: [LogPiece]) throws {
        var rest = pieces[...]
        while var piece = rest.popFirst() {
            while let next = rest.first, next.place == piece.end,
                piece.bytes.count + next.bytes.count <= Shipment.mostBytes
            {
                piece.bytes += next.bytes
                rest.removeFirst()
            }
            try ship(piece)
        }
    }

    private mutating func ship(_ piece: LogPiece) throws {
        let hash = try SHA256.hash(of: piece.bytes).hexadecimal
        let name = SegmentName(serial: serial, place: piece.place, sha256: hash)
        let path = "\(folder.path)/\(name.text)"
        let partial = "\(folder.path)/log.partial"
        let file = try File(creating: partial)
        do {
            try file.write(piece.bytes)
            try file.sync()
            try File.rename(partial, to: path)
        } catch {
            try? File.remove(partial)
            throw error
        }
        serial += 1
    }
}
