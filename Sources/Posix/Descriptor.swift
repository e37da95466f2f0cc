import Glibc

/// An open file descriptor, closed exactly once.
package struct Descriptor: ~Copyable {
    package let number: Int32

    /// Takes over what a system call returned; nil for its -1.
    package init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit {
        _ = close(number)
    }
}
