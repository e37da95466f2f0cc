import CCurl
import Glibc
import HTTP

/// Stands between a transfer and the network: every address that libcurl would connect to passes here, after
/// the name was resolved and before a packet goes out. So no answer of a name server can be one thing when it
/// is looked at and another when it is used. It belongs to the thread of its transfer.
final class AddressGate {
    enum Purpose {
        case connecting
        /// No address is connected to; who passes is only remembered.
        case looking
    }

    private let policy: AddressPolicy
    private let purpose: Purpose
    private(set) var hasSeenAny = false
    private(set) var hasRefused = false

    init(_ policy: AddressPolicy, for purpose: Purpose) {
        self.policy = policy
        self.purpose = purpose
    }

    /// Makes the socket for a connection, or none where there must not be one.
    func open(_ target: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        guard passes(AddressGate.address(of: target)), purpose == .connecting else {
            return CURL_SOCKET_BAD
        }
        let kind = target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(target.pointee.family, kind, target.pointee.protocol)
    }

    /// Whether a request may go through a connection to this address. libcurl keeps connections and uses
    /// them again, perhaps one that somebody made who may go anywhere.
    func mayUse(connectionTo text: String) -> Bool {
        passes(IPAddress(text))
    }

    private func passes(_ address: IPAddress?) -> Bool {
        hasSeenAny = true
        // What can't be read is let through only where everything is.
        let isAllowed = address.map(policy.allows) ?? (policy == .any)
        if !isAllowed { hasRefused = true }
        return isAllowed
    }

    private static func address(of target: UnsafePointer<curl_sockaddr>) -> IPAddress? {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        // The address goes on behind the field where it is one of IPv6: libcurl has room for it there.
        let bytes = UnsafeRawPointer(target).advanced(by: offset)
        switch (target.pointee.family, Int(target.pointee.addrlen)) {
        case (AF_INET, MemoryLayout<sockaddr_in>.size...):
            let v4 = bytes.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
            return IPAddress(v4: UInt32(bigEndian: v4))
        case (AF_INET6, MemoryLayout<sockaddr_in6>.size...):
            let v6 = bytes.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return withUnsafeBytes(of: v6) { groups in
                IPAddress(
                    high: UInt64(bigEndian: groups.loadUnaligned(as: UInt64.self)),
                    low: UInt64(bigEndian: groups.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                )
            }
        default: return nil
        }
    }
}
