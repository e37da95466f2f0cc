import Glibc
import HTTP

/// An address and a port, as sockets want them.
package struct SocketAddress: Sendable, CustomStringConvertible {
    package let address: IPAddress
    package let port: UInt16
    /// Whether IPv4 was written as such; an IPv6 socket takes it mapped.
    private let isV4: Bool

    package init(_ address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
        isV4 = address.isV4
    }

    /// Reads what `accept` filled in.
    init(_ storage: sockaddr_storage) {
        var storage = storage
        if storage.ss_family == sa_family_t(AF_INET) {
            let v4 = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in.self) }
            self.init(
                IPAddress(v4: UInt32(bigEndian: v4.sin_addr.s_addr)),
                port: UInt16(bigEndian: v4.sin_port))
        } else {
            let v6 = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in6.self) }
            let (high, low) = withUnsafeBytes(of: v6.sin6_addr) {
                (
                    $0.loadUnaligned(as: UInt64.self),
                    $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                )
            }
            self.init(
                IPAddress(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low)),
                port: UInt16(bigEndian: v6.sin6_port))
        }
    }

    package var description: String {
        isV4 ? "\(address):\(port)" : "[\(address)]:\(port)"
    }

    var family: Int32 { isV4 ? AF_INET : AF_INET6 }

    /// Lends the address in the form that `bind` and `connect` take.
    func withSockaddr<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        if isV4 {
            var v4 = sockaddr_in()
            v4.sin_family = sa_family_t(AF_INET)
            v4.sin_port = port.bigEndian
            v4.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.low).bigEndian
            return lend(&v4, body)
        }
        var v6 = sockaddr_in6()
        v6.sin6_family = sa_family_t(AF_INET6)
        v6.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &v6.sin6_addr) {
            $0.storeBytes(of: address.high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: address.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return lend(&v6, body)
    }

    private func lend<Address, Result>(
        _ value: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafePointer(to: &value) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
}
