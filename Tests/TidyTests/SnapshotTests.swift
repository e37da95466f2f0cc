import Testing

@testable import Workbench

@Suite("A snapshot")
struct SnapshotTests {
    @Test("A file that holds the text is as it should be")
    func same() throws {
        let folder = try TemporaryFolder()
        try folder.write("a\nb\n", to: "file")
        #expect(snapshot(folder).difference(from: "a\nb\n") == nil)
    }

    @Test("A difference shows the first lines that differ, and how to accept them")
    func difference() throws {
        let folder = try TemporaryFolder()
        try folder.write("a\nb\nc", to: "file")
        let difference = try #require(snapshot(folder).difference(from: "a\nB\nc"))
        #expect(difference.contains("differs from line 2:\n- b\n- c\n+ B\n+ c\n"))
        #expect(difference.contains("UPDATE_SNAPSHOTS=1"))
    }

    @Test("A missing file fails and is not written")
    func missing() throws {
        let folder = try TemporaryFolder()
        withKnownIssue {
            snapshot(folder).expect("new", at: #_sourceLocation)
        }
        #expect(folder.read("file") == nil)
    }

    @Test("An update writes the file, and the folders above it")
    func update() throws {
        let folder = try TemporaryFolder()
        let snapshot = Snapshot(path: "\(folder.path)/docs/file", mayUpdate: true)
        snapshot.expect("new", at: #_sourceLocation)
        #expect(folder.read("docs/file") == "new")
    }

    @Test("A part between two markers is replaced, and nothing else")
    func part() {
        let text = "head\n<!-- a -->\nold\n<!-- /a -->\ntail"
        #expect(
            text.replacing(between: "<!-- a -->", and: "<!-- /a -->", with: "new\n")
                == "head\n<!-- a -->\nnew\n<!-- /a -->\ntail")
        #expect(text.replacing(between: "<!-- b -->", and: "<!-- /b -->", with: "") == nil)
    }

    @Test("A temporary folder is gone when nobody holds it")
    func temporaryFolder() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        try folder?.write("x", to: "deep/file")
        let path = try #require(folder?.path)
        folder = nil
        #expect(Snapshot(path: "\(path)/deep/file", mayUpdate: false).committed == nil)
    }

    private func snapshot(_ folder: TemporaryFolder) -> Snapshot {
        Snapshot(path: "\(folder.path)/file", mayUpdate: false)
    }
}
