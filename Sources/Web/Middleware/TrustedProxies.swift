import HTTP

/// Finds the client behind the proxies that the operator trusts.
///
/// Anybody may send `X-Forwarded-For`, so only what a trusted machine has added counts: the list is
/// walked from its end, where the nearest proxy wrote, up to the first address that isn't trusted.
/// `Forwarded` (RFC 7239) is read where there is no `X-Forwarded-For`. A proxy must overwrite or extend
/// the one that it writes, and remove the other.
package struct TrustedProxies: Sendable {
    private let blocks: [AddressBlock]

    package init(_ blocks: [AddressBlock]) {
        self.blocks = blocks
    }

    package func client(of request: Request) -> IPAddress {
        var client = request.exchange.peer
        guard trusts(client) else { return client }
        for address in ForwardedAddresses.nearestFirst(request.fields) {
            // What can't be read was not written by a trusted proxy: the last good one counts.
            guard let address else { break }
            client = address
            if !trusts(client) { break }
        }
        return client
    }

    private func trusts(_ address: IPAddress) -> Bool {
        blocks.contains { $0.contains(address) }
    }
}
