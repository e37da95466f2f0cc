import Foundation
import Posix
import Processes

/// A server's folder with many people in it, and the server: a process of its own that is asked over sockets.
///
/// It is stopped, started anew, killed, and verified. When nobody holds it any more, all of it is gone.
package final class Premises {
    package let tokens: Tokens
    package let people: Int
    private let folder: String
    private let settings: [String: String]
    private var server: ChildProcess?
    package private(set) var port: UInt16 = 0

    private static let patience = Duration.seconds(60)

    /// Makes the folder and brings the people in. No server runs yet.
    package init(people: Int, settings: [String: String] = [:]) throws {
        var name = Array("/tmp/roost-races-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw SystemError("mkdtemp") }
        folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        tokens = try Tokens()
        self.people = people
        let usual = [
            "HOST": "127.0.0.1", "PORT": "0", "DB_FILE": "roost.db", "WORKERS": "2",
            "JWT_SECRET_KEY": Tokens.secret, "RATE_LIMITS": "off", "ACCESS_LOG": "off",
            "SEED_SAMPLE_DATA": "off", "MAX_CONNECTIONS_PER_IP": "10000",
            // On a slow machine nobody is turned away for the time that it takes.
            "REQUEST_TIMEOUT_SECONDS": "60",
        ]
        self.settings = ChildProcess.sanitizers.merging(usual) { $1 }.merging(settings) { $1 }
        for name in ["out", "err"] { _ = try File(creating: "\(folder)/\(name)") }
        try File(creating: "\(folder)/people.csv").write(Array(table.utf8))
        try command(["migrate", "--yes"])
        try command(["import", "users", "people.csv"])
    }

    deinit {
        server = nil
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Starts the server, and returns when it listens.
    package func start() throws {
        let known = said.count
        server = try process(["serve"])
        let mark = "\"message\":\"listening\""
        try wait("it to listen") {
            guard
                let line = said.dropFirst(known).split(separator: "\n").last(where: {
                    $0.contains(mark)
                }),
                let address = line.firstRange(of: "\"address\":\"")
            else { return try isGone() }
            let text = line[address.upperBound...].prefix { $0 != "\"" }
            port = text.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
            return true
        }
    }

    /// Ends the server as its operator does.
    package func stop() throws {
        server?.signal(SIGTERM)
        var end: ChildEnd?
        try wait("it to end") {
            end = server?.end()
            return end != nil
        }
        server = nil
        guard end == .exit(0) else {
            throw PremisesError("the server ended with \(String(describing: end))")
        }
    }

    /// Ends the server as nobody expects.
    package func kill() {
        server?.kill()
        server = nil
    }

    /// What `roost verify` finds; nothing where all is well. No server may run.
    package func verify() throws -> [String] {
        let known = said.count
        do {
            try command(["verify"])
            return []
        } catch let error as PremisesError {
            return ["verify: \(error.what) \(said.dropFirst(known))"]
        }
    }

    /// All that the server and its commands have said.
    package var said: String { text("out") + text("err") }

    private func text(_ name: String) -> String {
        guard let file = try? File(reading: "\(folder)/\(name)"), let size = try? file.size(),
            let bytes = try? file.read(at: 0, atMost: size)
        else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var table: String {
        let rows = (0..<people).map { number in
            "\(Tokens.person(number)),p\(number)@example.com,p\(number),user"
        }
        let admin = "\(Tokens.person(people)),admin@example.com,admin,admin"
        return (["id,email,username,role"] + rows + [admin]).joined(separator: "\n")
    }

    private func isGone() throws -> Bool {
        guard let end = server?.end() else { return false }
        throw PremisesError("the server ended with \(end): \(said)")
    }

    private func process(_ words: [String]) throws -> ChildProcess {
        try ChildProcess(
            ChildProcess.program("roost"), words, variables: settings, in: folder,
            output: "\(folder)/out", errors: "\(folder)/err")
    }

    private func command(_ words: [String]) throws {
        var process = try process(words)
        var end: ChildEnd?
        try wait(words.joined(separator: " ")) {
            end = process.end()
            return end != nil
        }
        guard end == .exit(0) else {
            throw PremisesError(
                "\(words) ended with \(String(describing: end)): \(said.suffix(2_000))")
        }
    }

    private func wait(_ what: String, _ isThere: () throws -> Bool) throws {
        let end = ContinuousClock.now + Premises.patience
        while try !isThere() {
            guard ContinuousClock.now < end else {
                throw PremisesError("waited in vain for \(what): \(said.suffix(2_000))")
            }
            usleep(2_000)
        }
    }
}
