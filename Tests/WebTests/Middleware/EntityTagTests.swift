import Testing

@testable import Web

@Suite("Entity tags")
struct EntityTagTests {
    func has(_ list: String, _ tag: String, by comparison: EntityTag.Comparison) -> Bool {
        EntityTag.list(Array(list.utf8)[...], contains: Array(tag.utf8), by: comparison)
    }

    @Test(
        "The table of RFC 9110 section 8.8.3.2 holds",
        arguments: [
            ("W/\"1\"", "W/\"1\"", false, true), ("W/\"1\"", "W/\"2\"", false, false),
            ("W/\"1\"", "\"1\"", false, true), ("\"1\"", "\"1\"", true, true),
        ])
    func comparisons(list: String, tag: String, strongly: Bool, weakly: Bool) {
        #expect(has(list, tag, by: .strong) == strongly)
        #expect(has(list, tag, by: .weak) == weakly)
    }

    @Test("A star stands for every tag")
    func star() {
        #expect(has(" * ", "\"1\"", by: .strong))
        #expect(!has("\"*\"", "\"1\"", by: .strong))
    }

    @Test("A list is read to its end, or to what is no tag")
    func lists() {
        #expect(has("\"a,b\" ,W/\"c\",\t\"1\"", "\"1\"", by: .strong))
        #expect(!has("rubbish, \"1\"", "\"1\"", by: .strong))
    }
}
