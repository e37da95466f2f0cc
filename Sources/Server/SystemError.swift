import Glibc

/// A system call that failed.
package struct SystemError: Error, CustomStringConvertible {
    package let call: String
    package let number: Int32

    /// The failure that `errno` tells of.
    init(_ call: String) {
        self.call = call
        self.number = errno
    }

    package var description: String {
        "\(call): \(String(cString: strerror(number)))"
    }
}
