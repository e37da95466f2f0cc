import Foundation
import Posix
import Testing
import Workbench

@Suite("A file's name")
struct FileNamesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("Anything by a name exists, be it a link that leads nowhere")
    func exists() throws {
        #expect(!File.exists(path("a")))
        try folder.write("", to: "a")
        #expect(File.exists(path("a")))
        #expect(File.exists(folder.path))
        try FileManager.default.createSymbolicLink(
            atPath: path("link"), withDestinationPath: path("nowhere"))
        #expect(File.exists(path("link")))
    }

    @Test("A plain file is told from folders, pipes, devices and links that lead nowhere")
    func plain() throws {
        try folder.write("", to: "a")
        #expect(File.isPlain(path("a")))
        try FileManager.default.createSymbolicLink(
            atPath: path("link"), withDestinationPath: "a")
        #expect(File.isPlain(path("link")))
        try FileManager.default.createSymbolicLink(
            atPath: path("lost"), withDestinationPath: "nowhere")
        #expect(mkfifo(path("pipe"), 0o600) == 0)
        for other in [folder.path, path("none"), path("lost"), path("pipe"), "/dev/null"] {
            #expect(!File.isPlain(other), "\(other)")
        }
    }

    @Test("A link is followed to its end, and any other path stays as it is written")
    func target() throws {
        try folder.write("", to: "deep/a")
        try FileManager.default.createSymbolicLink(
            atPath: path("second"), withDestinationPath: "deep/a")
        try FileManager.default.createSymbolicLink(
            atPath: path("first"), withDestinationPath: "second")
        try FileManager.default.createSymbolicLink(
            atPath: path("lost"), withDestinationPath: "nowhere")
        #expect(File.target(of: path("first")).hasSuffix("/deep/a"))
        #expect(!File.target(of: path("first")).contains("first"))
        for same in [path("deep/../deep/a"), path("none"), path("lost"), "relative"] {
            #expect(File.target(of: same) == same)
        }
    }

    @Test("The size is known without opening")
    func size() throws {
        try folder.write("12345", to: "a")
        #expect(try File.size(of: path("a")) == 5)
        let error = #expect(throws: SystemError.self) { try File.size(of: path("b")) }
        #expect(error?.isMissing == true)
    }

    @Test("A file that is renamed takes the place of the one before")
    func renamed() throws {
        try folder.write("new", to: "draft")
        try folder.write("old", to: "final")
        try File.rename(path("draft"), to: path("final"))
        #expect(folder.read("final") == "new")
        #expect(!File.exists(path("draft")))
    }

    @Test("A file may be renamed into another folder")
    func moved() throws {
        try folder.write("new", to: "from/a")
        try folder.write("other", to: "to/b")
        try File.rename(path("from/a"), to: path("to/a"))
        #expect(folder.read("to/a") == "new")
        #expect(try Folder(path("from")).names() == [])
    }

    @Test("A renaming that fails names both, and leaves all as it was")
    func notRenamed() throws {
        try folder.write("new", to: "a")
        let error = #expect(throws: SystemError.self) {
            try File.rename(path("a"), to: path("no/b"))
        }
        #expect(
            error?.description
                == "rename \(path("a")) to \(path("no/b")): No such file or directory")
        #expect(folder.read("a") == "new")
    }

    @Test("A file that is removed is gone, and can't be removed again")
    func removed() throws {
        try folder.write("", to: "a")
        try File.remove(path("a"))
        #expect(!File.exists(path("a")))
        let error = #expect(throws: SystemError.self) { try File.remove(path("a")) }
        #expect(error?.description == "remove \(path("a")): No such file or directory")
    }

    private func path(_ name: String) -> String {
        "\(folder.path)/\(name)"
    }
}
