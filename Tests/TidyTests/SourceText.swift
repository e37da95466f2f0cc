/// A text file of the repository, by its bytes: a debug build reads them much faster than
/// characters.
struct SourceText: Sendable {
    /// Named from the package's root.
    let path: String
    let bytes: [UInt8]
    /// The same text with every comment and every literal blanked, so that a word in it is code.
    /// Lines and columns stay what they were. Only Swift is read that way; other files keep their
    /// text.
    let code: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.code = path.hasSuffix(".swift") ? SwiftMask.mask(bytes) : bytes
    }

    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var name: String { String(path.split(separator: "/").last ?? "") }
    /// The folder below `Sources`: the target; `nil` elsewhere.
    var target: String? {
        let names = path.split(separator: "/")
        return names.count > 2 && names[0] == "Sources" ? String(names[1]) : nil
    }

    func isIn(_ folder: String) -> Bool {
        path.hasPrefix("\(folder)/")
    }
}
