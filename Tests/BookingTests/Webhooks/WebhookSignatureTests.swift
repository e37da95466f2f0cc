import Crypto
import Testing
import Time

@testable import Booking

@Suite("Signatures of webhooks")
struct WebhookSignatureTests {
    @Test("They are those of the specification's own example")
    func vector() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = try WebhookSignature(
            of: Array(#"{"test": 2432232314}"#.utf8), id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            at: Instant(seconds: 1_614_265_330), with: [secret])
        #expect(signature.timestamp == 1_614_265_330)
        #expect(signature.text == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test("With two secrets there are two, the newer one's in front")
    func two() throws {
        let (new, old) = (WebhookSecret.make(), WebhookSecret.make())
        let sign = { (secrets: [WebhookSecret]) in
            try WebhookSignature(
                of: [1, 2], id: "m", at: Instant(milliseconds: 1_999), with: secrets
            ).text
        }
        #expect(try sign([new, old]) == "\(sign([new])) \(sign([old]))")
        #expect(try sign([new]) != sign([old]))
    }

    @Test("Another id, moment or body has another signature")
    func all() throws {
        let secret = WebhookSecret.make()
        let sign = { (body: String, id: String, seconds: Int64) in
            try WebhookSignature(
                of: Array(body.utf8), id: id, at: Instant(seconds: seconds), with: [secret]
            ).text
        }
        let texts = try [
            sign("a", "m", 1), sign("b", "m", 1), sign("a", "n", 1), sign("a", "m", 2),
        ]
        #expect(Set(texts).count == 4)
    }

    @Test("A secret has 24 to 64 bytes, and is read as it was written")
    func secrets() throws {
        for count in 20...70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max) }
            let text = "whsec_\(Base64.text(of: bytes))"
            #expect(WebhookSecret(text)?.bytes == ((24...64).contains(count) ? bytes : nil))
            #expect(WebhookSecret(text)?.text == ((24...64).contains(count) ? text : nil))
        }
        #expect(WebhookSecret.make().bytes.count == 32)
        #expect(WebhookSecret.make() != WebhookSecret.make())
    }

    @Test(
        "What is no secret isn't taken for one",
        arguments: [
            "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
            "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS-",
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw=",
            " whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_secret",
        ])
    func malformed(text: String) {
        #expect(WebhookSecret(text) == nil)
    }

    @Test("No log shows a secret")
    func shown() {
        let secret = WebhookSecret.make()
        #expect(!"\(secret)".contains(secret.text.dropFirst(6)))
        #expect(!String(reflecting: secret).contains("bytes"))
    }
}
