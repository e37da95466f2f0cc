import HTTP

/// Which machines may be connected to.
package enum AddressPolicy: Sendable {
    /// All: for addresses that the operator set.
    case any
    /// Only those that everybody on the internet can reach: for addresses that users set, who must not reach
    /// through this server what stands beside it.
    case publicOnly

    package func allows(_ address: IPAddress) -> Bool {
        switch self {
        case .any: true
        case .publicOnly: address.isPublic
        }
    }
}

extension IPAddress {
    /// Whether it is one host of the internet. IPv4 written as IPv6 (`::ffff:10.0.0.1`) is IPv4 here.
    fileprivate var isPublic: Bool {
        if isV4 { return !AddressPolicy.specialV4.contains { $0.contains(self) } }
        if AddressPolicy.translated?.contains(self) == true {
            return IPAddress(v4: UInt32(truncatingIfNeeded: low)).isPublic
        }
        return AddressPolicy.globalUnicast?.contains(self) == true
            && !AddressPolicy.specialV6.contains { $0.contains(self) }
    }
}

extension AddressPolicy {
    /// What the IANA IPv4 Special-Purpose Address Registry (RFC 6890) has, multicast and what is reserved,
    /// and one address that a cloud keeps its own doors behind.
    fileprivate static let specialV4 = blocks(
        "0.0.0.0/8",  // this network; 0.0.0.0 is this machine
        "10.0.0.0/8",  // private, RFC 1918
        "100.64.0.0/10",  // shared by a provider's customers, RFC 6598
        "127.0.0.0/8",  // this machine
        "168.63.129.16/32",  // what Azure tells its machines through
        "169.254.0.0/16",  // this link, and what clouds tell their machines through
        "172.16.0.0/12",  // private
        "192.0.0.0/24",  // protocol assignments
        "192.0.2.0/24",  // documentation, RFC 5737
        "192.31.196.0/24",  // AS112
        "192.52.193.0/24",  // AMT
        "192.88.99.0/24",  // 6to4 relays, RFC 7526
        "192.168.0.0/16",  // private
        "192.175.48.0/24",  // AS112
        "198.18.0.0/15",  // measurements, RFC 2544
        "198.51.100.0/24",  // documentation
        "203.0.113.0/24",  // documentation
        "224.0.0.0/4",  // multicast
        "240.0.0.0/4")  // reserved, and broadcast

    /// The only part of IPv6 that hosts of the internet are in (RFC 4291 section 2.4): not ::1, fc00::/7,
    /// fe80::/10, ff00::/8, nor what is assigned to nobody.
    fileprivate static let globalUnicast = AddressBlock("2000::/3")

    /// What is special within it: the IANA IPv6 Special-Purpose Address Registry.
    fileprivate static let specialV6 = blocks(
        "2001::/23",  // protocol assignments; Teredo, which hides an IPv4 address, among them
        "2001:db8::/32",  // documentation, RFC 3849
        "2002::/16",  // 6to4, which hides an IPv4 address
        "2620:4f:8000::/48",  // AS112
        "3fff::/20")  // documentation, RFC 9637

    /// IPv4 behind a translator (RFC 6052): in networks without IPv4 this is how all of it is reached, so
    /// what counts is the address that ends it.
    fileprivate static let translated = AddressBlock("64:ff9b::/96")

    private static func blocks(_ texts: String...) -> [AddressBlock] {
        texts.compactMap { AddressBlock($0) }
    }
}
