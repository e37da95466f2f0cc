import Foundation
import Posix
import Testing
import Time
import Workbench

@testable import Booking

@Suite("A folder of letters")
struct LetterFolderTests {
    private let temporary: TemporaryFolder
    private var path: String { "\(temporary.path)/mail/out" }

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func message(id: String, milliseconds: Int64 = 0) throws -> LetterMessage {
        let mailbox = try #require(Mailbox("a@b.example"))
        return LetterMessage(
            Letter(to: mailbox, subject: "Hello \(id)", [.text("Hello")]), from: mailbox, id: id,
            date: Instant(milliseconds: 1_768_467_600_000 + milliseconds))
    }

    private var names: [String] {
        get throws { try Folder(path).names() }
    }

    @Test("Is made when the first letter comes, for its owner only, and so are the letters")
    func modes() throws {
        let letter = try LetterFolder(path).write(message(id: "a"))
        let files = FileManager.default
        #expect(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
        #expect(try files.attributesOfItem(atPath: letter)[.posixPermissions] as? Int == 0o600)
    }

    @Test("Has the letter's bytes in a file of its own, and nothing beside it")
    func bytes() throws {
        let message = try message(id: "a")
        let letter = try LetterFolder(path).write(message)
        #expect(try FileBytes.read(letter) == message.bytes)
        #expect(try names == ["2026-01-15T09-00-00.000Z-a.eml"])
    }

    @Test("Sorts its letters by their time")
    func sorted() throws {
        let folder = LetterFolder(path)
        let moments: [Int64] = [1_000, 0, 999, 86_400_000, 7]
        for (index, moment) in moments.enumerated() {
            _ = try folder.write(message(id: "\(9 - index)", milliseconds: moment))
        }
        #expect(
            try names == [
                "2026-01-15T09-00-00.000Z-8.eml", "2026-01-15T09-00-00.007Z-5.eml",
                "2026-01-15T09-00-00.999Z-7.eml", "2026-01-15T09-00-01.000Z-9.eml",
                "2026-01-16T09-00-00.000Z-6.eml",
            ])
    }

    @Test("Keeps both letters where an id was given twice")
    func collision() throws {
        let folder = LetterFolder(path)
        let letters = try (0..<3).map { _ in try folder.write(message(id: "same")) }
        #expect(Set(letters).count == 3)
        #expect(try names.count == 3)
    }

    @Test("Is made anew when somebody has removed it")
    func removed() throws {
        let folder = LetterFolder(path)
        _ = try folder.write(message(id: "a"))
        try FileManager.default.removeItem(atPath: path)
        _ = try folder.write(message(id: "b"))
        #expect(try names.count == 1)
    }

    @Test("Loses what a process that is gone has begun, and keeps all else")
    func abandoned() throws {
        for name in ["a.eml", "b.eml.partial-2000000000", "notes.txt"] {
            try temporary.write("x", to: "mail/out/\(name)")
        }
        _ = LetterFolder(path)
        #expect(try names == ["a.eml", "notes.txt"])
    }

    @Test("Says so when it can't be made")
    func blocked() throws {
        try temporary.write("in the way", to: "mail")
        let message = try message(id: "a")
        #expect(throws: SystemError.self) { try LetterFolder(path).write(message) }
    }
}
