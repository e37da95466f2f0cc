import Posix
import Testing
import Workbench

@Suite("Second names, and many that go")
struct LinkingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("old", to: "a")
    }

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    @Test("A second name keeps what the first one loses")
    func link() throws {
        try File.link(path("a"), as: path("b"))
        try folder.write("new", to: "c")
        try File.rename(path("c"), to: path("a"))
        #expect(folder.read("a") == "new")
        #expect(folder.read("b") == "old")
    }

    @Test("A second name that is taken is refused")
    func taken() throws {
        try folder.write("mine", to: "b")
        let error = #expect(throws: SystemError.self) {
            try File.link(path("a"), as: path("b"))
        }
        #expect(error?.isTaken == true)
        #expect(error?.isUnsupported == false)
        #expect(folder.read("b") == "mine")
    }

    @Test("Several files are removed, and one that isn't there is no error")
    func remove() throws {
        try folder.write("", to: "b")
        try folder.write("", to: "c")
        try Folder(folder.path).remove(["a", "none", "c"])
        #expect(try Folder(folder.path).names() == ["b"])
    }

    @Test("A folder goes with its files, but not with folders in it")
    func whole() throws {
        try folder.write("", to: "one/a")
        try folder.write("", to: "two/three/a")
        try Folder(path("one")).removeWithFiles()
        #expect(!File.exists(path("one")))
        #expect(throws: SystemError.self) { try Folder(path("two")).removeWithFiles() }
        #expect(File.exists(path("two/three/a")))
    }
}
