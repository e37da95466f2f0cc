import HTTP
import Testing

@Suite("A list in a field")
struct FieldListTests {
    @Test(
        "It has each of its members, whatever the case and the blanks around",
        arguments: [
            "gzip", "GZip", "br,gzip", "br , gzip", "gzip;q=0.5, br", "\tgzip\t", ",,gzip,",
            "gzip ; q=1",
        ])
    func contains(list: String) {
        #expect(FieldList.contains(Array(list.utf8)[...], "gzip"))
    }

    @Test(
        "It has nothing else",
        arguments: [
            "", ",", "gzi", "gzipp", "x-gzip", "br;gzip", "\"gzip\"", "gz ip", "gzip/1",
            "br;q=gzip",
        ])
    func containsNot(list: String) {
        #expect(!FieldList.contains(Array(list.utf8)[...], "gzip"))
    }

    @Test("Blanks and tabs are trimmed at both ends, and nowhere else")
    func trimmed() {
        let trimmed = FieldList.trimmed(Array(" \t a b\t ".utf8)[...])
        #expect(String(decoding: trimmed, as: UTF8.self) == "a b")
        #expect(FieldList.trimmed(Array(" \t ".utf8)[...]).isEmpty)
    }
}
