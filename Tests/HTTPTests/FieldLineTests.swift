import HTTP
import Testing

@Suite("A field line")
struct FieldLineTests {
    @Test("It is a name, a colon and a value")
    func parts() throws {
        #expect(try head(get("X-Name: value")).fields["X-Name"] == "value")
    }

    @Test("A blank or tab before the colon is refused", arguments: ["X : a", "X\t: a", "Host : a"])
    func blankBeforeColon(line: String) {
        #expect(refused(get(line)) == 400)
    }

    @Test("A folded line is refused", arguments: [" b", "\tb", " ", "\t X: b"])
    func folded(line: String) {
        #expect(refused(get("X: a", line)) == 400)
    }

    @Test("A blank before the first field is refused")
    func blankFirst() {
        #expect(refused("GET / HTTP/1.1\r\n Host: a\r\nHost: a\r\n\r\n") == 400)
    }

    @Test("A line without a colon is refused")
    func noColon() {
        #expect(refused(get("name")) == 400)
    }

    @Test(
        "A name that is no token is refused",
        arguments: [
            ": a", "X@: a", "X(: a", "X/Y: a", "\"X\": a", "X\u{80}: a", "\u{E9}: a", "X Y: a",
        ])
    func name(line: String) {
        #expect(refused(get(line)) == 400)
    }

    @Test("Every character of a token may stand in a name")
    func token() throws {
        let head = try head(get("!#$%&'*+-.^_`|~09azAZ: a"))
        #expect(head.fields["!#$%&'*+-.^_`|~09azAZ"] == "a")
    }

    @Test("Blanks and tabs around a value are no part of it")
    func blanksAround() throws {
        #expect(try head(get("X:\t a b \t ")).fields["X"] == "a b")
        #expect(try head(get("X:a")).fields["X"] == "a")
    }

    @Test("A value may be empty", arguments: ["X:", "X: ", "X:\t"])
    func empty(line: String) throws {
        #expect(try head(get(line)).fields["X"] == "")
    }

    @Test("A value may have bytes above ASCII")
    func obsText() throws {
        #expect(try head(get("X: D\u{C3}\u{BC}sseldorf")).fields["X"] == "D\u{FC}sseldorf")
        #expect(refused(get("X: \u{FF}")) == nil)
    }

    @Test("A name has up to 255 bytes")
    func longName() {
        #expect(refused(get(String(repeating: "x", count: 255) + ": a")) == nil)
        #expect(refused(get(String(repeating: "x", count: 256) + ": a")) == 400)
    }
}
