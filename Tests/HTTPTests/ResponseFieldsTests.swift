import Chance
import HTTP
import Testing

@testable import trial

@Suite("The fields of an answer")
struct ResponseFieldsTests {
    @Test("They go out line by line, in their order")
    func bytes() {
        let fields = ResponseFields([.vary: "Origin", .link: "<a>", .vary: "Accept"])
        #expect(
            String(decoding: fields.bytes, as: UTF8.self)
                == "Vary: Origin\r\nLink: <a>\r\nVary: Accept\r\n")
    }

    @Test(
        "No CR, LF or NUL ever leaves in a value",
        arguments: [
            "a\r\nSet-Cookie: b", "a\nb", "a\rb", "a\0b", "\r\n\r\n<html>", "\r\n", "a\r", "\0",
        ])
    func splitting(value: String) throws {
        var fields = ResponseFields()
        fields.append(.location, value)
        fields.append(.location, Array(value.utf8))
        fields.set(.link, value)
        #expect(fields.pairs.map(\.name) == ["Location", "Location", "Link"])
        for (_, value) in fields.pairs {
            #expect(!value.utf8.contains { $0 == 0 || $0 == 0x0A || $0 == 0x0D })
        }
    }

    @Test("What would end a line becomes a blank")
    func blanks() {
        #expect(ResponseFields([.location: "a\r\nb\0c"])[.location] == "a  b c")
    }

    @Test("Other bytes go out as they are")
    func otherBytes() {
        #expect(ResponseFields([.location: "é\t\u{1}"])[.location] == "é\t\u{1}")
    }

    @Test("They are found whatever the case of their names")
    func lookup() {
        let fields = ResponseFields(["X-Name": "a", "x-name": "b"])
        #expect(fields["X-NAME"] == "a")
        #expect(fields.contains("x-NAME"))
    }

    @Test("A name that only begins alike is another")
    func otherNames() {
        let fields = ResponseFields(["X-Name": "a"])
        #expect(fields["X-Nam"] == nil)
        #expect(fields["X-Name-2"] == nil)
        #expect(fields["X"] == nil)
        #expect(!fields.contains("Y-Name"))
    }

    @Test("A value that looks like a field is none")
    func lookalike() {
        #expect(!ResponseFields(["X": "a: Link: b"]).contains(.link))
    }

    @Test("A value may be empty, and nothing is found in no fields")
    func empty() {
        #expect(ResponseFields(["X": ""])["X"] == "")
        #expect(ResponseFields()["X"] == nil)
        #expect(ResponseFields().pairs.isEmpty)
    }

    @Test("Set takes the place of all that were there")
    func set() {
        var fields = ResponseFields(["X-A": "1", "X-B": "2", "x-a": "3"])
        fields.set("X-A", "4")
        #expect(fields.pairs.map { "\($0.name)=\($0.value)" } == ["X-B=2", "X-A=4"])
    }

    @Test("Remove takes all of a name, and no other")
    func remove() {
        var fields = ResponseFields(["X-A": "1", "X-AB": "2", "x-a": "3"])
        fields.remove("X-a")
        fields.remove("X-Missing")
        #expect(fields.pairs.map(\.name) == ["X-AB"])
    }

    @Test("A field that was removed may come again")
    func again() {
        var fields = ResponseFields(["X-A": "1"])
        fields.remove("X-A")
        #expect(!fields.contains("X-A"))
        fields.append("x-a", "2")
        #expect(fields["X-A"] == "2")
    }

    @Test("Whatever is done to them, each is found and no other is", arguments: UInt64(1)...20)
    func model(seed: UInt64) {
        let names: [FieldName] = ["Vary", "vary", "Link", "ETag", "X-A", "X-B", "x-a", "Location"]
        var random = SeededGenerator(seed: seed)
        var fields = ResponseFields()
        var model: [(name: String, value: String)] = []
        for value in 0..<100 {
            let name = random.pick(names)
            let step = random.below(3)
            if step > 0 { model.removeAll { $0.name == name.text.lowercased() } }
            if step < 2 { model.append((name.text.lowercased(), "\(value)")) }
            switch step {
            case 0: fields.append(name, "\(value)")
            case 1: fields.set(name, "\(value)")
            default: fields.remove(name)
            }
            for name in names {
                let wanted = model.first { $0.name == name.text.lowercased() }?.value
                #expect(fields[name] == wanted)
                #expect(fields.contains(name) == (wanted != nil))
            }
        }
    }

    @Test("A block of fields is added as it is")
    func appendBlock() {
        var fields = ResponseFields(["X": "1"])
        fields.append(ResponseFields(["Y": "2", "Z": "3"]))
        #expect(fields.pairs.map(\.name) == ["X", "Y", "Z"])
        #expect(fields["Z"] == "3")
    }
}
