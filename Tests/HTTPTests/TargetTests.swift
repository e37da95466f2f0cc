import HTTP
import Testing

@Suite("A target")
struct TargetTests {
    @Test("A path may have a query")
    func query() throws {
        let target = try Target("/a/b?c=d?e")
        #expect(target.pathText == "/a/b")
        #expect(target.query.map { String(decoding: $0, as: UTF8.self) } == "c=d?e")
    }

    @Test("No query is another thing than an empty one")
    func emptyQuery() throws {
        #expect(try Target("/a").query == nil)
        #expect(try Target("/a?").query?.isEmpty == true)
    }

    @Test("An absolute target has a path and a query too", arguments: ["http", "https", "HTTP"])
    func absolute(scheme: String) throws {
        let target = try Target("\(scheme)://b:81/x/y?z")
        #expect(target.pathText == "/x/y")
        #expect(target.query.map { Array($0) } == Array("z".utf8))
    }

    @Test("An absolute target without a path means /")
    func absoluteWithoutPath() throws {
        #expect(try Target("http://b").pathText == "/")
        let target = try Target("http://b?z")
        #expect(target.pathText == "/")
        #expect(target.query.map { Array($0) } == Array("z".utf8))
    }

    @Test(
        "An absolute target with a bad host is refused",
        arguments: [
            "http://", "http:///x", "http://?x", "http://a b/", "http://u@b/", "http://a:b/",
        ])
    func absoluteHost(target: String) {
        #expect(refused(get(target: target)) == 400)
    }

    @Test(
        "What is neither a path nor an http address is refused",
        arguments: ["a", "a/b", "a:80", "ftp://a/", "http:/a", "?a", "**", "*a", "."])
    func otherForms(target: String) {
        #expect(refused(get(target: target)) == 400)
    }

    @Test("OPTIONS may ask about *, the server as a whole")
    func asterisk() throws {
        #expect(try head("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").target.isAsterisk)
    }

    @Test("No other method may ask about *", arguments: Method.allCases.filter { $0 != .options })
    func asteriskOfOthers(method: Method) {
        #expect(refused("\(method.rawValue) * HTTP/1.1\r\nHost: a\r\n\r\n") == 400)
    }

    @Test("A fragment is refused")
    func fragment() {
        #expect(refused(get(target: "/a#b")) == 400)
    }

    @Test(
        "A byte that must be percent-encoded is refused",
        arguments: ["/\u{80}", "/\u{E9}", "/a\tb"])
    func raw(target: String) {
        #expect(refused(get(target: target)) == 400)
    }

    @Test("A target made by hand is as strict", arguments: ["", "a", "/a b", "/é", "*", "/#"])
    func byHand(text: String) {
        #expect(throws: Refusal.self) { try Target(text) }
    }
}
