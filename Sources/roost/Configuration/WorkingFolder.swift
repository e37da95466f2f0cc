import Glibc

/// The folder that a command runs in, where its configuration is found.
struct WorkingFolder: Sendable {
    let path: String

    /// Why a file could not be used.
    struct Failure: Error {
        let reason: String

        /// What the system says about its last refusal.
        static var ofSystem: Failure { Failure(reason: String(cString: strerror(errno))) }
    }

    /// No configuration is longer; without a limit, a device named by mistake would never end.
    private static let longestFile = 1 << 20

    /// The text of a file, `nil` where there is none.
    func read(_ name: String) throws(Failure) -> String? {
        let file = open(resolved(name), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .ofSystem
        }
        defer { close(file) }
        guard let text = String(validating: try bytes(of: file), as: UTF8.self) else {
            throw Failure(reason: "it is not UTF-8")
        }
        return text
    }

    /// Makes a file that only its owner may read, unless there is one: then that one stays.
    ///
    /// The whole text is there as soon as the name is, however many processes try at once.
    func create(_ name: String, text: String) throws(Failure) {
        makeFolder(of: name)
        let draft = resolved("\(name).\(getpid())")
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .ofSystem }
        defer { unlink(draft) }
        let count = write(file, text, text.utf8.count)
        guard close(file) == 0, count == text.utf8.count else { throw .ofSystem }
        guard link(draft, resolved(name)) == 0 || errno == EEXIST else { throw .ofSystem }
    }

    /// Makes the folder that a file is to lie in. When it can't, opening the file tells why.
    private func makeFolder(of name: String) {
        guard let slash = name.lastIndex(of: "/") else { return }
        mkdir(resolved(String(name[..<slash])), 0o700)
    }

    /// Where a file is that is named from here.
    func resolved(_ name: String) -> String {
        name.hasPrefix("/") || path == "." ? name : "\(path)/\(name)"
    }

    private func bytes(of file: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= Self.longestFile {
            var count = 0
            bytes += [UInt8](unsafeUninitializedCapacity: 65_536) { space, filled in
                count = Glibc.read(file, space.baseAddress, space.count)
                filled = max(0, count)
            }
            guard count >= 0 else { throw .ofSystem }
            if count == 0 { return bytes }
        }
        throw Failure(reason: "it is longer than \(Self.longestFile) bytes")
    }
}
