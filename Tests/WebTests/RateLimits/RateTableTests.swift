import HTTP
import Testing

@testable import Web

@Suite("Rate table")
struct RateTableTests {
    func key(_ number: Int, _ policy: RatePolicy = .login) -> RateKey {
        RateKey(policy, address: IPAddress(v4: UInt32(number)))
    }

    @Test("Each client and each policy has its own count")
    func separate() {
        let table = RateTable()
        let rule = RateRule(1, per: 60)
        #expect(table.take(key(1), rule, now: 0).isAllowed)
        #expect(!table.take(key(1), rule, now: 0).isAllowed)
        #expect(table.take(key(2), rule, now: 0).isAllowed)
        #expect(table.take(key(1, .reset), rule, now: 0).isAllowed)
    }

    @Test("What is given back may be taken again")
    func givenBack() {
        let table = RateTable()
        let rule = RateRule(1, per: 60)
        _ = table.take(key(1), rule, now: 0)
        table.giveBack(key(1), rule)
        #expect(table.take(key(1), rule, now: 0).isAllowed)
    }

    @Test("A flood of new clients does not wash away those who owe more")
    func flood() {
        let table = RateTable(clients: 128)
        let rule = RateRule(5, per: 3_600)
        for _ in 0..<5 { _ = table.take(key(0), rule, now: 1) }
        for client in 1...10_000 { _ = table.take(key(client), rule, now: 1) }
        #expect(!table.take(key(0), rule, now: 1).isAllowed)
    }

    @Test("The addresses of one IPv6 network are one client")
    func network() throws {
        let keys = try ["2001:db8::1", "2001:db8::ffff:1", "2001:db8:0:1::1"].map {
            RateKey(.login, address: try #require(IPAddress($0)))
        }
        #expect(keys[0] == keys[1])
        #expect(keys[0] != keys[2])
    }

    @Test("Threads that count together count right")
    func threads() async {
        let table = RateTable()
        let rule = RateRule(1_000, per: 3_600)
        let passed = await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<500).count { _ in table.take(self.key(1), rule, now: 0).isAllowed }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(passed == 1_000)
    }

    @Test("The places of the policies are their order")
    func numbers() {
        #expect(RatePolicy.allCases.map(\.number) == Array(RatePolicy.allCases.indices))
    }
}
