import HTTP
import Outbound
import Testing

@Suite("Addresses that users may have requests sent to")
struct AddressPolicyTests {
    @Test(
        "What is not one host of the internet is refused",
        arguments: [
            // This network, this machine, this link.
            "0.0.0.0", "0.1.2.3", "127.0.0.1", "127.255.255.254", "169.254.0.1", "169.254.169.254",
            // Private, and shared within a provider.
            "10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1",
            "192.168.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255",
            // Protocols, documentation, measurements, clouds.
            "192.0.0.1", "192.0.0.192", "192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1",
            "198.19.255.255", "192.88.99.1", "192.31.196.1", "192.52.193.1", "192.175.48.1",
            "168.63.129.16",
            // Multicast, reserved, broadcast.
            "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            // The same as IPv6 writes it: mapped, compatible, translated, 6to4, Teredo.
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
            "::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1",
            "2002:7f00:1::1", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "::ffff:0:127.0.0.1",
            // IPv6's own.
            "::", "::1", "fc00::1", "fd00:ec2::254", "fdff::1", "fe80::1", "febf::1", "fec0::1",
            "ff02::1", "ff0e::1", "100::1", "100:0:0:1::1", "2001:db8::1", "2001:2::1",
            "2001:10::1", "2001:20::1", "3fff::1", "3fff:fff::1", "2620:4f:8000::1", "4000::1",
            "5f00::1", "8000::1",
        ])
    func refused(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!AddressPolicy.publicOnly.allows(address))
        #expect(AddressPolicy.any.allows(address))
    }

    @Test(
        "What everybody can reach may be reached",
        arguments: [
            "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255",
            "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
            "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2606:4700:4700::1111",
            "2001:4860:4860::8888", "2a00:1450:4001:81b::200e",
        ])
    func allowed(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy.publicOnly.allows(address))
    }
}
