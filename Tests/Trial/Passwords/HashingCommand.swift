import Booking
import Crypto
import Time

/// `trial hashing`: what passwords cost, one alone and as many as there are.
struct HashingCommand {
    static let usage = "hashing [ROUNDS]"

    private static let password = "correct horse"

    /// As the other systems make them, with the numbers they have by default.
    private static let foreign = [
        ("passlib argon2id", PasswordSample.argon2), ("bcrypt, cost 12", PasswordSample.bcrypt),
        ("Werkzeug scrypt", PasswordSample.scrypt), ("Werkzeug pbkdf2", PasswordSample.pbkdf2),
    ]

    private let rounds: Int

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard (1...2).contains(arguments.count), arguments[0] == "hashing" else { return nil }
        guard let rounds = arguments.count == 2 ? Int(arguments[1]) : 51, rounds > 0 else {
            return nil
        }
        self.rounds = rounds
    }

    func run() async throws {
        let password = Array(HashingCommand.password.utf8)
        try tell("a hash of ours", rounds) {
            _ = try PasswordHash.make(of: password, with: .standard)
        }
        for threads in 1...2 { try await tellPace(threads) }
        for (name, text) in HashingCommand.foreign {
            guard let hash = PasswordHash(text) else {
                print("\(name): not recognised")
                continue
            }
            try tell("verifying \(name)", max(1, rounds / 5)) { _ = try hash.verifies(password) }
        }
    }

    private func tell(_ what: String, _ rounds: Int, _ work: () throws -> Void) throws {
        let times = try (0..<rounds).map { _ in
            let start = MonotonicClock.system.nanoseconds
            try work()
            return MonotonicClock.system.nanoseconds - start
        }.sorted()
        print("\(what): \(Double(times[times.count / 2] / 10_000) / 100) ms")
    }

    /// How many the queue gets done in a second, when it never runs empty.
    private func tellPace(_ threads: Int) async throws {
        let hashing = try PasswordHashing(threads: threads)
        try hashing.start()
        let callers = 8
        let start = MonotonicClock.system.nanoseconds
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<callers {
                group.addTask {
                    for _ in 0..<rounds { _ = try await hashing.hash(HashingCommand.password) }
                }
            }
            try await group.waitForAll()
        }
        let seconds = Double(MonotonicClock.system.nanoseconds - start) / 1e9
        hashing.stop()
        let pace = Int(Double(callers * rounds) / seconds)
        print("\(threads) thread\(threads == 1 ? "" : "s"): \(pace) hashes a second")
    }
}
