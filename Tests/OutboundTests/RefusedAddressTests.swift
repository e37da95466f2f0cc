import Outbound
import Testing
import Workbench

@Suite("Requests to addresses that users set")
struct RefusedAddressTests {
    private let guarded = WebClient(
        .any, addresses: .publicOnly, connectWithin: .seconds(10), within: .seconds(10),
        atMost: 1_000)

    @Test(
        "None that isn't public is connected to, however it is written", arguments: PrivateURLs.all)
    func refused(url: String) async {
        await #expect(throws: WebClientError.refusedAddress) { try await guarded.get(url) }
        await #expect(throws: WebClientError.refusedAddress) {
            try await guarded.post(url, [1], ["Content-Type": "text/plain"])
        }
    }

    @Test("The same is found out before anything is sent", arguments: PrivateURLs.all)
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
