import Glibc
import Posix

/// A folder that letters are put into, one file each, for whoever sends or reads them.
package struct LetterFolder: Sendable {
    /// Whether a letter must be there after the power has failed.
    package enum Keeping: Sendable {
        case onDisk
        case inMemory
    }

    package let folder: Folder
    private let keeping: Keeping

    /// Takes away what processes that are gone have begun there. Makes nothing yet.
    package init(_ path: String, _ keeping: Keeping = .onDisk) {
        self.keeping = keeping
        folder = Folder(path)
        // What can't be tidied up now harms nobody.
        if folder.exists { try? PartialFile.removeAbandoned(in: folder) }
    }

    /// Writes a letter, which has its name only when it is whole; gives its path. Letters of different ids may be
    /// written at the same time.
    ///
    /// Not a `PartialFile`: that lists the folder each time, and here may be many thousands.
    package func write(_ message: LetterMessage) throws(SystemError) -> String {
        try folder.make()
        let path = freePath(for: message)
        let partial = "\(path).partial-\(getpid())"
        let file = try File(creating: partial)
        do throws(SystemError) {
            try file.write(message.bytes)
            if keeping == .onDisk { try file.sync() }
            try File.rename(partial, to: path)
        } catch {
            try? File.remove(partial)
            throw error
        }
        return path
    }

    /// Sorts by the time of the letter. Nobody should use an id twice, and if so, no letter is lost.
    private func freePath(for message: LetterMessage) -> String {
        let milliseconds = String(
            decoding: message.date.rfc3339.utf8.dropLast().suffix(3), as: UTF8.self)
        let name = "\(message.date.fileName.dropLast()).\(milliseconds)Z-\(message.id)"
        var path = "\(folder.path)/\(name).eml"
        var number = 1
        while File.exists(path) {
            number += 1
            path = "\(folder.path)/\(name)-\(number).eml"
        }
        return path
    }
}
