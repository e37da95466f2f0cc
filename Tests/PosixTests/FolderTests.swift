import Foundation
import Posix
import Testing
import Workbench

@Suite("A folder")
struct FolderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(
        "The folder of a path is what stands before its last name",
        arguments: [
            ("var/roost.db", "var"), ("roost.db", "."), ("/roost.db", "/"), ("/a/b/c", "/a/b"),
            ("a//b", "a"), ("a/b/", "a"), ("/", "/"), ("//a", "/"), ("./a", "."), ("../a", ".."),
        ])
    func above(path: String, folder: String) {
        #expect(Folder(of: path).path == folder)
    }

    @Test("The names in a folder come sorted, files and folders alike")
    func names() throws {
        #expect(try Folder(folder.path).names() == [])
        for name in ["b", "a", "ü", "c/d", ".hidden"] { try folder.write("", to: name) }
        #expect(try Folder(folder.path).names() == [".hidden", "a", "b", "c", "ü"])
    }

    @Test("The names of a folder that is missing can't be told")
    func missing() {
        let path = "\(folder.path)/none"
        let error = #expect(throws: SystemError.self) { try Folder(path).names() }
        #expect(error?.description == "opendir \(path): No such file or directory")
    }

    @Test("A folder is made with those above it, for its owner only, and again without harm")
    func made() throws {
        let made = Folder("\(folder.path)/a/b/c/")
        #expect(!made.exists)
        try made.make()
        try made.make()
        #expect(made.exists)
        for name in ["a", "a/b", "a/b/c"] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: "\(folder.path)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test("Where a file is, no folder is made")
    func inTheWay() throws {
        try folder.write("mine", to: "a")
        for name in ["a", "a/b"] {
            let made = Folder("\(folder.path)/\(name)")
            let error = #expect(throws: SystemError.self) { try made.make() }
            #expect(error?.path == "\(folder.path)/a")
            #expect(!made.exists)
        }
        #expect(folder.read("a") == "mine")
    }

    @Test("Only a folder can be synced")
    func synced() throws {
        try folder.write("", to: "a")
        try Folder(folder.path).sync()
        let error = #expect(throws: SystemError.self) { try Folder("\(folder.path)/a").sync() }
        #expect(error?.description == "open \(folder.path)/a: Not a directory")
    }

    @Test("A folder that one may write to is writable, a file or nothing at all is not")
    func writable() throws {
        try folder.write("", to: "a")
        #expect(Folder(folder.path).isWritable)
        #expect(!Folder("\(folder.path)/a").isWritable)
        #expect(!Folder("\(folder.path)/none").isWritable)
    }

    @Test("A folder that one may only read is not writable", .enabled(if: geteuid() != 0))
    func readOnly() throws {
        chmod(folder.path, 0o500)
        #expect(!Folder(folder.path).isWritable)
        chmod(folder.path, 0o700)
        #expect(Folder(folder.path).isWritable)
    }

    @Test("The room on the disk is known, where there is a disk")
    func free() throws {
        #expect(try Folder(folder.path).freeBytes() > 0)
        #expect(try Folder("/proc").freeBytes() == 0)
        let error = #expect(throws: SystemError.self) { try Folder("/none").freeBytes() }
        #expect(error?.description == "statvfs /none: No such file or directory")
    }
}
