import Foundation
import Testing
import Workbench

@testable import roost

@Suite("docs/BACKUPS.md")
struct BackupsPageTests {
    private let page: String

    init() throws {
        page = try String(contentsOfFile: PackageRoot.file("docs/BACKUPS.md"), encoding: .utf8)
    }

    /// What stands in its fenced blocks, line by line.
    private var blocks: [Substring] {
        page.split(separator: "```").enumerated().filter { !$0.offset.isMultiple(of: 2) }
            .flatMap { $0.element.split(separator: "\n") }
    }

    @Test("Every command in it is one")
    func commands() {
        let names = blocks.compactMap { line -> Substring? in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "roost"), !line.hasPrefix("systemctl") else {
                return nil
            }
            return words.dropFirst(place + 1).first
        }
        #expect(names.count > 3)
        for name in Set(names) { #expect(Command.all.contains { $0.name == name }, "\(name)") }
    }

    @Test("Every setting in it is one")
    func settings() {
        let known = Set(Setting.all.flatMap { [$0.name] + $0.aliases })
        let named = page.matches(of: /\b(?:BACKUP|DATABASE|DB)_[A-Z_]+/).map { String($0.output) }
        #expect(named.count > 5)
        for name in Set(named) { #expect(known.contains(name), "\(name)") }
    }

    @Test("Every metric of backups is in it, and no other")
    func metrics() async throws {
        let folder = try TemporaryFolder()
        let server = try await LiveRoost([
            "DB_FILE": "\(folder.path)/roost.db", "BACKUP_DIR": "\(folder.path)/backups",
            "BACKUP_STREAM_DIR": "\(folder.path)/stream",
        ])
        // How old the newest backup and copy are can be told once there are some.
        _ = try await server.process.line(saying: "backup made")
        _ = try await server.process.line(saying: "a copy for the stream was made")
        let text = try server.get("/metrics").text
        let pattern = /roost_(?:backup|stream)_[a-z_]+/
        let real = Set(text.matches(of: pattern).map { String($0.output) })
        let named = Set(page.matches(of: pattern).map { String($0.output) })
        #expect(real == named)
    }
}
