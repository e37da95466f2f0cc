import Booking
import Time

/// `trial tokens`: what it takes to issue an access token and to verify one.
struct TokensCommand {
    static let usage = "tokens [ROUNDS]"

    private static let now = Instant(seconds: 1_800_000_000)

    private let rounds: Int

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard (1...2).contains(arguments.count), arguments[0] == "tokens" else { return nil }
        guard let rounds = arguments.count == 2 ? Int(arguments[1]) : 200_000, rounds > 0 else {
            return nil
        }
        self.rounds = rounds
    }

    /// Prints the figures; whether the median of verifying is below 5 µs.
    func run() throws -> Bool {
        let before = [UInt8](repeating: 1, count: 32)
        let key = [UInt8](repeating: 2, count: 32)
        let tokens = try AccessTokens(
            key: key, previousKey: before, issuer: "https://roost.example", lifetime: 1_800)
        let token = try issue(tokens)
        let old = try issue(
            AccessTokens(key: before, issuer: "https://roost.example", lifetime: 1_800))
        print("a token of \(token.utf8.count) bytes, \(rounds) rounds, ns")
        let verified = try measure("verify", verify(token, tokens))
        try measure("verify, key before", verify(old, tokens))
        try measure("issue") { try issue(tokens).utf8.count }
        return verified < 5_000
    }

    private func issue(_ tokens: AccessTokens) throws -> String {
        try tokens.issue(
            subject: "01936f3e-8a5b-7cc1-9d1e-0242ac120002",
            signIn: "01936f3e-8a5b-7cc1-9d1e-0242ac120003", roles: ["client", "facilitator"],
            role: "facilitator", id: "01936f3e-8a5b-7cc1-9d1e-0242ac120004",
            now: TokensCommand.now)
    }

    /// Takes the token out of a longer text, as it stands in a request.
    private func verify(_ token: String, _ tokens: AccessTokens) -> () throws -> Int {
        let field = Array("Bearer \(token)".utf8)
        return { try tokens.verify(field[7...], now: TokensCommand.now).subject.utf8.count }
    }

    /// Prints median and p99, and gives the median.
    @discardableResult
    private func measure(_ what: String, _ work: () throws -> Int) throws -> Int64 {
        let clock = MonotonicClock.system
        var times: [Int64] = []
        times.reserveCapacity(rounds)
        var sum = 0
        for _ in 0..<rounds {
            let start = clock.nanoseconds
            sum &+= try work()
            times.append(clock.nanoseconds - start)
        }
        times.sort()
        let median = times[rounds / 2]
        print("\(what): median \(median), p99 \(times[rounds * 99 / 100]), checked \(sum > 0)")
        return median
    }
}
