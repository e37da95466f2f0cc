import Glibc
import Posix
import Synchronization
import Testing
import Time
import Web
import Workbench

@testable import Booking

@Suite("A letterbox")
struct LetterboxTests {
    private let temporary: TemporaryFolder
    private let lines = Notes<String>()
    private let ids = Tally()
    private var path: String { "\(temporary.path)/mail" }

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func letterbox(telling: Letterbox.Telling = .ofFailures) throws -> Letterbox {
        let (lines, ids) = (lines, ids)
        let clock = HandClock().clock
        return Letterbox(
            into: LetterFolder(path), from: try #require(Mailbox("roost@studio.example")),
            clock: clock,
            makeID: {
                ids.add(1)
                return "\(ids.value)"
            },
            log: Log(.info, clock: clock) { lines.add(String(decoding: $0, as: UTF8.self)) },
            telling: telling)
    }

    private func letter(_ text: String = "Hello") throws -> Letter {
        let recipient = try #require(Mailbox("secret@gmail.example", name: "Secret"))
        return Letter(to: recipient, subject: text, [.text(text)])
    }

    private func value(of metric: String, _ letterbox: Letterbox) -> Double? {
        letterbox.metrics.first { $0.name == metric }?.samples().first?.value
    }

    @Test("Puts each letter into the folder, in the order in which they came")
    func order() throws {
        let letterbox = try letterbox()
        for number in 1...5 { letterbox.post(try letter("Number \(number)")) }
        letterbox.drain()
        let names = try Folder(path).names()
        #expect(names.count == 5)
        for (index, name) in names.enumerated() {
            #expect(temporary.read("mail/\(name)")?.contains("Number \(index + 1)") == true)
        }
        #expect(value(of: "roost_letters_written_total", letterbox) == 5)
        letterbox.stop()
    }

    @Test("Tells where a letter is when it is to tell of each")
    func tells() throws {
        let letterbox = try letterbox(telling: .ofEach)
        letterbox.post(try letter())
        letterbox.stop()
        let name = try #require(try Folder(path).names().first)
        #expect(lines.all.count == 1)
        #expect(lines.all.first?.contains("\(path)/\(name)") == true)
    }

    @Test("Tells of nothing that went well when it isn't")
    func silent() throws {
        let letterbox = try letterbox()
        letterbox.post(try letter())
        letterbox.stop()
        #expect(lines.all == [])
    }

    @Test("Says why a letter could not be written, not what is in it nor to whom, and goes on")
    func failure() throws {
        try temporary.write("in the way", to: "mail")
        let letterbox = try letterbox()
        letterbox.post(try letter("private words"))
        letterbox.drain()
        #expect(value(of: "roost_letters_failed_total", letterbox) == 1)
        let line = try #require(lines.all.first)
        #expect(line.contains(#""level":"error""#))
        #expect(line.contains("mkdir"))
        #expect(!line.contains("private") && !line.contains("gmail") && !line.contains("Secret"))
        try File.remove(path)
        letterbox.post(try letter())
        letterbox.stop()
        #expect(value(of: "roost_letters_written_total", letterbox) == 1)
    }

    @Test("Writes what waits when it is stopped, and takes no more")
    func stopped() throws {
        let letterbox = try letterbox()
        for _ in 0..<20 { letterbox.post(try letter()) }
        letterbox.stop()
        #expect(try Folder(path).names().count == 20)
        letterbox.post(try letter())
        #expect(value(of: "roost_letters_dropped_total", letterbox) == 1)
        #expect(try Folder(path).names().count == 20)
    }

    @Test("Can be stopped twice")
    func stoppedTwice() throws {
        let letterbox = try letterbox()
        letterbox.stop()
        letterbox.stop()
    }

    @Test("Drops what there is no room for, without waiting, and says so without the address")
    func full() throws {
        let lock = BlockedLog()
        let clock = HandClock().clock
        let letterbox = Letterbox(
            into: LetterFolder(path), from: try #require(Mailbox("roost@studio.example")),
            clock: clock, makeID: { "id" },
            log: Log(.info, clock: clock) { lock.take(String(decoding: $0, as: UTF8.self)) },
            telling: .ofEach)
        letterbox.post(try letter())
        #expect(soon { lock.isHolding })
        for _ in 1..<Letterbox.capacity { letterbox.post(try letter()) }
        #expect(value(of: "roost_letters_dropped_total", letterbox) == 0)
        letterbox.post(try letter())
        #expect(value(of: "roost_letters_dropped_total", letterbox) == 1)
        let warning = try #require(lock.warnings.first)
        #expect(warning.contains("too many wait") && !warning.contains("gmail"))
        // The disk would take its time for so many; this way all but the first fail at once.
        try File.rename(path, to: "\(path)-before")
        try temporary.write("in the way", to: "mail")
        lock.open()
        letterbox.stop()
        #expect(value(of: "roost_letters_written_total", letterbox) == 1)
        #expect(value(of: "roost_letters_failed_total", letterbox) == 999)
    }

    @Test("Takes letters from many threads at once and loses none")
    func threads() throws {
        let letterbox = try letterbox()
        let letter = try letter()
        let threads = try (0..<4).map { _ in
            try OwnThread {
                for _ in 0..<25 { letterbox.post(letter) }
            }
        }
        for thread in threads { thread.join() }
        letterbox.stop()
        #expect(try Folder(path).names().count == 100)
    }
}
