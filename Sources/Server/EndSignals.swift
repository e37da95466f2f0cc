import CLinux
import Glibc
import Posix

/// The signals that ask a server to stop: the first one is told, the second ends the process at once.
package struct EndSignals: ~Copyable {
    private let pipe: Descriptor

    package init() throws(SystemError) {
        guard let pipe = Descriptor(clinux_catch_end_signals()) else {
            throw SystemError("sigaction")
        }
        self.pipe = pipe
    }

    /// Blocks until the first of them comes, and names it.
    package func wait() -> String {
        var number: UInt8 = 0
        while read(pipe.number, &number, 1) < 0, errno == EINTR {}
        return Int32(number) == SIGINT ? "SIGINT" : "SIGTERM"
    }
}
