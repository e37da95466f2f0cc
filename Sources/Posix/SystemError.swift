import Glibc

/// A system call that failed.
package struct SystemError: Error, Equatable, CustomStringConvertible {
    package let call: String
    /// What it was about, where that was a file or a folder.
    package let path: String?
    package let number: Int32

    /// The failure that `errno` tells of.
    package init(_ call: String, path: String? = nil) {
        self.init(call, path: path, number: errno)
    }

    package init(_ call: String, path: String? = nil, number: Int32) {
        self.call = call
        self.path = path
        self.number = number
    }

    package var description: String {
        let subject = path.map { " \($0)" } ?? ""
        return "\(call)\(subject): \(String(cString: strerror(number)))"
    }
}

extension SystemError {
    /// Whether there is nothing by that name.
    package var isMissing: Bool { number == ENOENT }

    /// Whether there is something by that name already.
    package var isTaken: Bool { number == EEXIST }
}
