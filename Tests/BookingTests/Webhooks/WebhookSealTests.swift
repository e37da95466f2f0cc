import Testing

@testable import Booking

@Suite("How the secrets of webhooks are kept")
struct WebhookSealTests {
    private let secret = WebhookSecret.make()

    @Test("A server with the same key reads what was sealed, each time another text")
    func same() throws {
        let seal = try WebhookSeal(key: [1, 2, 3])
        let sealed = try seal.close(secret, of: "a")
        #expect(try seal.close(secret, of: "a") != sealed)
        let opened = try #require(try WebhookSeal(key: [1, 2, 3]).open(sealed, of: "a"))
        #expect(opened.secret == secret && !opened.isOutdated)
    }

    @Test("Nothing of the secret stands in it")
    func hidden() throws {
        let sealed = try WebhookSeal(key: [1]).close(secret, of: "a")
        #expect(sealed.firstRange(of: secret.bytes.prefix(4)) == nil)
    }

    @Test("After the server's secret has changed, the one before still opens it, and says so")
    func previous() throws {
        let sealed = try WebhookSeal(key: [1]).close(secret, of: "a")
        let opened = try WebhookSeal(key: [2], previousKey: [1]).open(sealed, of: "a")
        #expect(opened?.secret == secret && opened?.isOutdated == true)
        #expect(try WebhookSeal(key: [2]).open(sealed, of: "a") == nil)
    }

    @Test("Another webhook's secret, and a byte that was changed, open nothing")
    func forged() throws {
        let seal = try WebhookSeal(key: [1])
        let sealed = try seal.close(secret, of: "a")
        #expect(try seal.open(sealed, of: "b") == nil)
        for index in sealed.indices {
            var other = sealed
            other[index] ^= 1
            #expect(try seal.open(other, of: "a") == nil)
        }
        for count in 0..<sealed.count {
            #expect(try seal.open(Array(sealed.prefix(count)), of: "a") == nil)
        }
    }
}
