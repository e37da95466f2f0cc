import Glibc

/// A system call that failed.
package struct SystemError: Error, CustomStringConvertible {
    package let call: String
    package let number: Int32

    /// The failure that `errno` tells of.
    package init(_ call: String) {
        self.init(call, number: errno)
    }

    package init(_ call: String, number: Int32) {
        self.call = call
        self.number = number
    }

    package var description: String {
        "\(call): \(String(cString: strerror(number)))"
    }
}
