import Glibc
import Posix

/// A folder for one trial, gone with its files when nobody holds it any more.
final class ScratchFolder: Sendable {
    enum Place: String {
        case disk = "/tmp"
        /// What nobody syncs is quicker where nothing is written to a disk.
        case memory = "/dev/shm"
    }

    let path: String

    init(_ place: Place) throws(SystemError) {
        let place = Folder(place.rawValue).isWritable ? place : .disk
        var name = Array("\(place.rawValue)/roost-trial-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw SystemError("mkdtemp") }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for name in (try? Folder(path).names()) ?? [] { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// Where trials have their database.
    var database: String { "\(path)/trial.db" }
}
