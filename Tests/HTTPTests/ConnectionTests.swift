import HTTP
import Testing

@Suite("Whether a connection goes on")
struct ConnectionTests {
    @Test("HTTP/1.1 keeps it")
    func kept() throws {
        #expect(try head(get()).keepsAlive)
        #expect(try head(get("Connection: upgrade")).keepsAlive)
    }

    @Test(
        "HTTP/1.1 closes it on demand",
        arguments: [
            "close", "CLOSE", "x, close", "close, x", "keep-alive, close", ",close,", "close\t",
        ])
    func closed(value: String) throws {
        #expect(try !head(get("Connection: \(value)")).keepsAlive)
    }

    @Test(
        "A word that only looks like close is another word",
        arguments: ["closed", "clos", "\"close\"", "not close"])
    func lookalikes(value: String) throws {
        #expect(try head(get("Connection: \(value)")).keepsAlive)
    }

    @Test("HTTP/1.0 closes it")
    func closed10() throws {
        #expect(try !head(old()).keepsAlive)
    }

    @Test("HTTP/1.0 keeps it on demand", arguments: ["keep-alive", "Keep-Alive", "x, keep-alive"])
    func kept10(value: String) throws {
        #expect(try head(old("Connection: \(value)")).keepsAlive)
    }

    @Test("Close wins, wherever it stands")
    func closeWins() throws {
        #expect(try !head(get("Connection: close", "Connection: keep-alive")).keepsAlive)
        #expect(try !head(get("Connection: keep-alive", "Connection: close")).keepsAlive)
        #expect(try !head(old("Connection: close", "Connection: keep-alive")).keepsAlive)
        #expect(try !head(old("Connection: keep-alive", "Connection: close")).keepsAlive)
    }
}
