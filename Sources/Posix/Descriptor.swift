import Glibc

/// An open file descriptor, closed exactly once.
package struct Descriptor: ~Copyable, Sendable {
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

extension Descriptor {
    /// Makes a system call, and again as long as a signal interrupts it.
    func repeating<Result: SignedInteger>(_ call: (_ number: Int32) -> Result) -> Result {
        while true {
            let result = call(number)
            guard result == -1, errno == EINTR else { return result }
        }
    }

    /// Bytes from a place in the file: as many as asked for, or all up to its end. `nil` when the
    /// system refuses.
    func bytes(at offset: Int, atMost count: Int) -> [UInt8]? {
        var isRefused = false
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { space, filled in
            let space = UnsafeMutableRawBufferPointer(space)
            while filled < space.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: space[filled...])
                let place = offset + filled
                let got = repeating { pread($0, rest.baseAddress, rest.count, place) }
                isRefused = got < 0
                guard got > 0 else { return }
                filled += got
            }
        }
        return isRefused ? nil : bytes
    }
}
