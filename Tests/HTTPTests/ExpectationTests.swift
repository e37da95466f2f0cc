import HTTP
import Testing

@Suite("An expectation")
struct ExpectationTests {
    @Test("100-continue is met", arguments: ["100-continue", "100-Continue"])
    func met(value: String) throws {
        #expect(try head(get("Expect: \(value)")).expectsContinue)
    }

    @Test("Nobody who does not ask waits for 100 Continue")
    func none() throws {
        #expect(try !head(get()).expectsContinue)
    }

    @Test(
        "Any other is answered with 417",
        arguments: ["tea", "", "100", "100-continue, tea", "200-ok"])
    func unmet(value: String) {
        #expect(refused(get("Expect: \(value)")) == 417)
    }

    @Test("Of HTTP/1.0 it means nothing", arguments: ["100-continue", "tea"])
    func ignoredIn10(value: String) throws {
        #expect(try !head(old("Expect: \(value)")).expectsContinue)
    }
}
