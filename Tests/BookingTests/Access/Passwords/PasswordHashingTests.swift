import Booking
import Crypto
import Glibc
import Posix
import Synchronization
import Testing
import Time
import Web

@Suite("Hashing of passwords")
struct PasswordHashingTests {
    static let cheap = Argon2Parameters(memory: 64, passes: 1, lanes: 1)
    private static let bcrypt = "$2b$04$0Y1vLgMe0YH3J68fAiVjKegWCDPUjou.2lCa9RxswXzJbgjrmSjIS"

    private let hashing: PasswordHashing

    init() throws {
        hashing = try PasswordHashing(threads: 2, parameters: Self.cheap)
        try hashing.start()
    }

    @Test("A new hash is right for its password, and wrong for others")
    func hashes() async throws {
        let hash = try await hashing.hash("correct horse")
        #expect(hash.isCurrent(Self.cheap))
        #expect(try await hashing.verify("correct horse", against: hash) == .right)
        #expect(try await hashing.verify("Correct horse", against: hash) == .wrong)
        #expect(try await hashing.verify("", against: hash) == .wrong)
        hashing.stop()
    }

    @Test("A hash of another system is outdated when it is right")
    func outdated() async throws {
        let hash = try #require(PasswordHash(Self.bcrypt))
        #expect(try await hashing.verify("correct horse", against: hash) == .rightAndOutdated)
        #expect(try await hashing.verify("wrong horse", against: hash) == .wrong)
        hashing.stop()
    }

    @Test("A hash with other parameters is outdated too")
    func parameters() async throws {
        let hash = try PasswordHash.make(
            of: Array("correct horse".utf8),
            with: Argon2Parameters(memory: 64, passes: 2, lanes: 1))
        #expect(try await hashing.verify("correct horse", against: hash) == .rightAndOutdated)
        hashing.stop()
    }

    @Test("Without a hash every password is wrong", arguments: ["", "correct horse", "\0"])
    func nobody(password: String) async throws {
        #expect(try await hashing.verify(password, against: nil) == .wrong)
        hashing.stop()
    }

    @Test("Passwords of any length and bytes are hashed")
    func anyText() async throws {
        for password in ["", "\0", "pässwörd☃", String(repeating: "long", count: 1_000)] {
            let hash = try await hashing.hash(password)
            #expect(try await hashing.verify(password, against: hash) == .right)
        }
        hashing.stop()
    }

    @Test("Many at once get the answer to their own question")
    func many() async throws {
        let hashes = try await withThrowingTaskGroup(of: (Int, PasswordHash).self) { group in
            for number in 0..<30 {
                group.addTask { (number, try await hashing.hash("password \(number)")) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        try await withThrowingTaskGroup(of: PasswordHashing.Verdict.self) { group in
            for (number, hash) in hashes {
                group.addTask {
                    try await hashing.verify("password \(number)", against: hash)
                }
            }
            for try await verdict in group { #expect(verdict == .right) }
        }
        #expect(hashes.count == 30)
        hashing.stop()
    }

    @Test("Work that fails tells why")
    func failure() async throws {
        #expect(throws: PasswordHashError.self) {
            try PasswordHashing(
                threads: 1, parameters: Argon2Parameters(memory: 1, passes: 1, lanes: 1))
        }
        hashing.stop()
    }

    @Test("It works on threads that give way to the others")
    func background() async throws {
        let seen = Mutex<Set<Int32>>([])
        let clock = MonotonicClock {
            _ = seen.withLock { $0.insert(getpriority(Int32(PRIO_PROCESS.rawValue), 0)) }
            return MonotonicClock.system.nanoseconds
        }
        let quiet = try PasswordHashing(threads: 1, parameters: Self.cheap, clock: clock)
        try quiet.start()
        _ = try await quiet.hash("correct horse")
        quiet.stop()
        let usual = getpriority(Int32(PRIO_PROCESS.rawValue), 0)
        #expect(seen.withLock { $0 } == [min(19, usual + ThreadPriority.background.rawValue)])
        hashing.stop()
    }

    @Test("The metrics count what was done")
    func metrics() async throws {
        _ = try await hashing.hash("one")
        _ = try await hashing.verify("two", against: nil)
        hashing.stop()
        #expect(hashing.values["roost_password_seconds_count"] == 2)
        #expect(hashing.values["roost_passwords_waiting"] == 0)
        #expect(hashing.values["roost_passwords_running"] == 0)
        #expect(hashing.values["roost_passwords_refused_total"] == 0)
    }
}

extension PasswordHashing {
    /// The numbers of the metrics page by their names; of buckets the last.
    var values: [String: Double] {
        let samples = metrics.flatMap { metric in
            metric.samples().map { (metric.name + $0.suffix, $0.value) }
        }
        return Dictionary(samples) { $1 }
    }
}
