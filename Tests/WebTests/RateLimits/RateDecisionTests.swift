import Chance
import Testing
import Workbench

@testable import Web

@Suite("Rate rule")
struct RateDecisionTests {
    let rule = RateRule(3, per: 60)
    let second: Int64 = 1_000_000_000

    @Test("So many requests pass at once, the next does not")
    func burst() {
        var paidAt: Int64 = 0
        var passed: [Bool] = []
        for _ in 0..<4 {
            let decision = RateDecision(rule, paidAt: paidAt, now: 0)
            passed.append(decision.isAllowed)
            paidAt = decision.paidAt
        }
        #expect(passed == [true, true, true, false])
    }

    @Test("A client is told how many are left and when all are back")
    func told() {
        let first = RateDecision(rule, paidAt: 0, now: 5 * second)
        #expect(first.remaining == 2)
        #expect(first.reset == 20)
        #expect(first.givenBack.remaining == 3)
        #expect(first.givenBack.reset == 0)
    }

    @Test("A client that waits as long as it was told may pass, and no second sooner")
    func retryAfter() {
        let used = RateDecision(rule, paidAt: 60 * second, now: 0)
        #expect(!used.isAllowed)
        #expect(used.remaining == 0)
        #expect(used.retryAfter == 20)
        let now = Int64(used.retryAfter) * second
        #expect(RateDecision(rule, paidAt: used.paidAt, now: now).isAllowed)
        #expect(!RateDecision(rule, paidAt: used.paidAt, now: now - second).isAllowed)
    }

    @Test("Refused requests cost nothing")
    func refused() {
        let refused = RateDecision(rule, paidAt: 60 * second, now: 0)
        #expect(refused.paidAt == 60 * second)
    }

    @Test("Rules stay within what can be counted")
    func bounds() {
        #expect(RateRule(0, per: 0) == RateRule(1, per: 1))
        let wide = RateRule(.max, per: .max)
        #expect(RateDecision(wide, paidAt: 0, now: 0).isAllowed)
        #expect(RateDecision(RateRule(.max, per: 1), paidAt: 0, now: 0).isAllowed)
    }

    @Test("No pattern of requests gets more through than the burst and what was earned since")
    func law() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let rule = RateRule(
                .random(in: 1...20, using: &generator), per: .random(in: 1...100, using: &generator)
            )
            var paidAt: Int64 = 0
            var now: Int64 = 0
            var passed: Int64 = 0
            for _ in 0..<300 {
                now += .random(in: 0...2 * rule.interval, using: &generator) / 2
                let decision = RateDecision(rule, paidAt: paidAt, now: now)
                passed += decision.isAllowed ? 1 : 0
                paidAt = decision.paidAt
                #expect(passed <= Int64(rule.count) + now / rule.interval)
                #expect((0..<rule.count).contains(decision.remaining))
            }
        }
    }
}
