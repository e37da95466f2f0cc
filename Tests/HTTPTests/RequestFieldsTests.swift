import HTTP
import Testing

@Suite("The fields of a request")
struct RequestFieldsTests {
    @Test(
        "They are found whatever the case of their names",
        arguments: ["x-name", "X-NAME", "X-Name"])
    func lookup(name: String) throws {
        #expect(try head(get("\(name): a")).fields["X-Name"] == "a")
        #expect(RequestFields([(name, "a")])["X-Name"] == "a")
    }

    @Test("A name of the same length and letter is still another")
    func sameTag() throws {
        let fields = try head(get("X-Nama: a")).fields
        #expect(fields["X-Name"] == nil)
        #expect(!fields.contains("X-Name"))
        #expect(fields.count(of: "X-Name") == 0)
    }

    @Test("Characters that differ in the bit of case alone are not letters' cases")
    func caseBit() throws {
        #expect(try head(get("^-A: a")).fields["~-A"] == nil)
        #expect(try head(get("X-^: a")).fields["X-~"] == nil)
        #expect(try head(get("X-`: a")).fields["X-@"] == nil)
    }

    @Test("Of several fields the first is given, and all are counted")
    func several() throws {
        let fields = try head(get("X: a", "Y: b", "x: c")).fields
        #expect(fields["X"] == "a")
        #expect(fields.count(of: "X") == 2)
    }

    @Test("Several fields make one list")
    func list() throws {
        let fields = try head(get("X: a", "Y: b", "x: c, d")).fields
        #expect(fields.list("X") == "a, c, d")
        #expect(fields.list("Z") == nil)
    }

    @Test("Bytes that are no UTF-8 are shown as such")
    func invalid() throws {
        #expect(try head(get("X: a\u{FF}")).fields["X"] == "a\u{FFFD}")
        #expect(
            try head(get("X: a\u{FF}")).fields.bytes(of: "X").map { Array($0) } == [0x61, 0xFF])
    }

    @Test("Fields of a pipelined request are its own")
    func pipelined() throws {
        var reader = RequestReader()
        reader.append(Array((get("X: a") + get("X: b", "Y: c")).utf8))
        _ = try reader.next()
        guard case .head(let second) = try reader.next() else { throw NoHead() }
        #expect(second.fields["X"] == "b")
        #expect(second.fields["Y"] == "c")
    }
}
