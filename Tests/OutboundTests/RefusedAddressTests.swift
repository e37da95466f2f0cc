import Outbound
import Testing
import Workbench

@Suite("Requests to addresses that users set")
struct RefusedAddressTests {
    private let guarded = WebClient(
        .any, addresses: .publicOnly, connectWithin: .seconds(10), within: .seconds(10),
        atMost: 1_000)

    /// Every way to write an address that leads into this machine or the networks around it.
    static let urls = [
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
        "https://127.0.0.1", "https://[::1]:8443/x",
    ]

    @Test("None that isn't public is connected to, however it is written", arguments: urls)
    func refused(url: String) async {
        await #expect(throws: WebClientError.refusedAddress) { try await guarded.get(url) }
        await #expect(throws: WebClientError.refusedAddress) {
            try await guarded.post(url, [1], ["Content-Type": "text/plain"])
        }
    }

    @Test("The same is found out before anything is sent", arguments: urls)
    func checked(url: String) async {
        await #expect(throws: WebClientError.refusedAddress) { try await guarded.check(url) }
    }

    @Test("A server on this machine doesn't even see a connection")
    func unseen() async throws {
        let receiver = try Receiver { _ in .answer("200 OK") }
        defer { receiver.stop() }
        await #expect(throws: WebClientError.refusedAddress) {
            try await guarded.get(receiver.url())
        }
        await #expect(throws: WebClientError.refusedAddress) {
            try await guarded.check(receiver.url())
        }
        #expect(receiver.connectionCount == 0)
    }

    @Test("A connection that another client keeps open is not used by one that may not connect")
    func keptConnection() async throws {
        let receiver = try Receiver { _ in .answer("200 OK") }
        defer { receiver.stop() }
        let free = WebClient(.any, within: .seconds(10), atMost: 1_000)
        for _ in 0..<3 {
            #expect(try await free.get(receiver.url()).status == 200)
            await #expect(throws: WebClientError.refusedAddress) {
                try await guarded.get(receiver.url("/guarded"))
            }
        }
        #expect(receiver.requests.count == 3)
        #expect(receiver.requests.allSatisfy { $0.target == "/" })
    }

    @Test("What may be asked passes the check, and nothing is connected to")
    func passes() async throws {
        let receiver = try Receiver { _ in .answer("200 OK") }
        defer { receiver.stop() }
        let free = WebClient(.any, within: .seconds(10), atMost: 1_000)
        try await free.check(receiver.url())
        try await guarded.check("https://1.1.1.1/path")
        try await guarded.check("https://[2606:4700:4700::1111]/path")
        #expect(receiver.connectionCount == 0)
    }

    @Test(
        "A name that nobody has is unreachable",
        arguments: [
            "https://nobody.invalid/", "https://a..b/",
            "https://\(String(repeating: "a", count: 64)).com/",
        ]
    )
    func unknownName(url: String) async {
        await #expect(throws: WebClientError.self) { try await guarded.check(url) }
        await #expect(throws: WebClientError.self) { try await guarded.get(url) }
    }

    @Test("Where only https may be asked, http is refused before anything else")
    func scheme() async {
        let strict = WebClient(.https, addresses: .publicOnly, atMost: 1_000)
        await #expect(throws: WebClientError.refusedScheme) {
            try await strict.check("http://1.1.1.1/")
        }
    }
}
