/// A block of addresses in CIDR notation, `10.0.0.0/8` or `2001:db8::/32`; a lone address is a block
/// of one.
package struct AddressBlock: Hashable, Sendable {
    private let first: IPAddress
    private let prefix: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)), parts.count <= 2
        else { return nil }
        let width = address.isV4 ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy(Ascii.isDigit), let given = Int(parts[1]),
                given <= width,
                parts[1].utf8.count == 1 || parts[1].utf8.first != UInt8(ascii: "0")
            else { return nil }
            length = given
        }
        prefix = length + 128 - width
        self.first = AddressBlock.masked(address, prefix)
    }

    package func contains(_ address: IPAddress) -> Bool {
        AddressBlock.masked(address, prefix) == first
    }

    private static func masked(_ address: IPAddress, _ prefix: Int) -> IPAddress {
        let high = prefix >= 64 ? UInt64.max : ~(UInt64.max >> UInt64(prefix))
        let low = prefix <= 64 ? 0 : ~(prefix == 128 ? 0 : UInt64.max >> UInt64(prefix - 64))
        return IPAddress(high: address.high & high, low: address.low & low)
    }
}
