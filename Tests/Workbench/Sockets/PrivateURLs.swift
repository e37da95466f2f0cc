/// Addresses that lead into this machine and the networks around it.
package enum PrivateURLs {
    /// Every way to write them, to be found out by whoever must not go there.
    package static let all = [
        "http://127.0.0.1", "http://127.1", "http://127.0.1", "http://0x7f.1", "http://0x7f000001",
        "http://2130706433", "http://017700000001", "http://0177.0.0.1", "http://0x7F.0x0.0x0.0x1",
        "http://127.000.000.001", "http://0", "http://0.0.0.0", "http://localhost",
        "http://LOCALHOST", "http://any.localhost", "http://[::1]",
        "http://[::]", "http://[0:0:0:0:0:0:0:1]", "http://[::ffff:127.0.0.1]",
        "http://[::ffff:7f00:1]", "http://[::127.0.0.1]", "http://[64:ff9b::7f00:1]",
        "http://[2002:7f00:1::]", "http://10.0.0.1", "http://10.1", "http://0xa000001",
        "http://167772161", "http://172.16.0.1", "http://172.31.255.255", "http://192.168.1.1",
        "http://3232235777", "http://169.254.169.254/latest/meta-data/", "http://2852039166",
        "http://[::ffff:169.254.169.254]", "http://[fd00:ec2::254]/latest/", "http://100.64.0.1",
        "http://100.100.100.200", "http://168.63.129.16", "http://192.0.0.192", "http://[fe80::1]",
        "http://[fc00::1]", "http://[ff02::1]", "http://224.0.0.1", "http://255.255.255.255",
        "http://198.18.0.1", "http://192.0.2.1", "http://[2001:db8::1]", "http://[3fff::1]",
        "https://127.0.0.1", "https://[::1]:8443/x", "https://10.0.0.1/hook",
    ]
}
