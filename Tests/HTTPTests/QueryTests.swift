import HTTP
import Testing

@Suite("A query")
struct QueryTests {
    @Test("It is names and values, in their order")
    func pairs() throws {
        #expect(try pairs("a=1&b=2&c=3") == ["a=1", "b=2", "c=3"])
    }

    @Test("No query and an empty one have no pairs")
    func empty() throws {
        #expect(try #require(Query(nil)).pairs.isEmpty)
        #expect(try pairs("") == [])
        #expect(try pairs("&&") == [])
    }

    @Test("A plus is a blank, in names and values")
    func plus() throws {
        #expect(try pairs("a+b=c+d&e=%2B") == ["a b=c d", "e=+"])
    }

    @Test("Escapes are decoded once, and may hide & and =")
    func escapes() throws {
        #expect(try pairs("a%26b=c%3Dd&e=%2541") == ["a&b=c=d", "e=%41"])
    }

    @Test("A name without a value has an empty one")
    func noValue() throws {
        #expect(try pairs("a&b=&c") == ["a=", "b=", "c="])
    }

    @Test("A value may have an equals sign")
    func equalsSign() throws {
        #expect(try pairs("a=b=c&d==") == ["a=b=c", "d=="])
    }

    @Test("A name may be empty")
    func noName() throws {
        #expect(try pairs("=a&=") == ["=a", "="])
    }

    @Test("Of a repeated name the first value is given, and all are kept")
    func repeated() throws {
        let query = try #require(Query(Array("a=1&b=2&a=3".utf8)[...]))
        #expect(query["a"] == "1")
        #expect(query.pairs.map(\.value) == ["1", "2", "3"])
    }

    @Test("A name that is not there has no value, and case matters")
    func missing() throws {
        let query = try #require(Query(Array("a=1".utf8)[...]))
        #expect(query["b"] == nil)
        #expect(query["A"] == nil)
    }

    @Test(
        "A broken escape, a NUL and what is no UTF-8 make the whole query invalid",
        arguments: [
            "a=%", "a=%4", "a=%zz", "%=a", "a=b&c=%f", "a=%00", "a=%ff", "%c3=a", "a=%c3&b=%a9",
        ])
    func invalid(text: String) {
        #expect(Query(Array(text.utf8)[...]) == nil)
    }

    private func pairs(_ text: String) throws -> [String] {
        try #require(Query(Array(text.utf8)[...])).pairs.map { "\($0.name)=\($0.value)" }
    }
}
