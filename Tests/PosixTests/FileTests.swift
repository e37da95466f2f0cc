import Foundation
import Posix
import Testing
import Workbench

@Suite("A file")
struct FileTests {
    private let folder: TemporaryFolder
    private var path: String { "\(folder.path)/data" }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("What is written is read, from any place")
    func written() throws {
        let file = try File(creating: path)
        try file.write(Array("one ".utf8))
        try file.write([])
        try file.write(Array("two".utf8))
        try file.sync()
        #expect(try file.size() == 7)
        #expect(try file.read(at: 0, atMost: 100) == Array("one two".utf8))
        #expect(try file.read(at: 2, atMost: 3) == Array("e t".utf8))
        #expect(folder.read("data") == "one two")
    }

    @Test("Behind its end there is nothing to read", arguments: [7, 8, 1 << 40])
    func end(place: Int) throws {
        try folder.write("one two", to: "data")
        let file = try File(reading: path)
        #expect(try file.read(at: place, atMost: 10) == [])
    }

    @Test("A file of many pieces is the same behind as before")
    func pieces() throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try File(creating: path)
        try file.write(bytes)
        var read: [UInt8] = []
        while case let piece = try file.read(at: read.count, atMost: 65_537), !piece.isEmpty {
            read += piece
        }
        let isSame = read == bytes
        #expect(isSame)
    }

    @Test("A new file is for its owner only")
    func mode() throws {
        _ = try File(creating: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("A new file never takes the place of another")
    func exclusive() throws {
        try folder.write("mine", to: "data")
        let error = #expect(throws: SystemError.self) { _ = try File(creating: path) }
        #expect(error?.isTaken == true)
        #expect(error?.description == "open \(path): File exists")
        #expect(folder.read("data") == "mine")
    }

    @Test("A link by the new file's name is not followed")
    func link() throws {
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: "\(folder.path)/elsewhere")
        #expect(throws: SystemError.self) { _ = try File(creating: path) }
        #expect(!File.exists("\(folder.path)/elsewhere"))
    }

    @Test("A file that is missing is told with its path")
    func missing() {
        let error = #expect(throws: SystemError.self) { _ = try File(reading: path) }
        #expect(error?.isMissing == true)
        #expect(error?.description == "open \(path): No such file or directory")
    }

    @Test("A file opened for reading takes no bytes")
    func readOnly() throws {
        try folder.write("old", to: "data")
        let error = #expect(throws: SystemError.self) {
            try File(reading: path).write([1])
        }
        #expect(error?.path == path)
        #expect(folder.read("data") == "old")
    }

    @Test("What is cut off is gone, and writing goes on where the file now ends")
    func truncated() throws {
        try folder.write("one two torn", to: "data")
        let file = try File(extending: path)
        try file.truncate(to: 7)
        try file.write(Array(" three".utf8))
        #expect(folder.read("data") == "one two three")
    }

    @Test("A full disk is told, and the bytes that found room are there to be cut off")
    func full() throws {
        let file = try File(extending: "/dev/full")
        let error = #expect(throws: SystemError.self) { try file.write([1]) }
        #expect(error?.description == "write /dev/full: No space left on device")
    }

    @Test("A folder is no file to read")
    func notAFile() throws {
        let file = try File(reading: folder.path)
        let error = #expect(throws: SystemError.self) { try file.read(at: 0, atMost: 1) }
        #expect(error?.description == "read \(folder.path): Is a directory")
    }
}
