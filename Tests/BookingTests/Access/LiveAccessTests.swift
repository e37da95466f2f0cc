import Testing
import Time
import Web

@testable import Booking

@Suite("What has changed since a token was issued")
struct LiveAccessTests {
    private static let start = Instant(seconds: 1_800_000_000)

    private func role(_ name: String, _ permissions: [Permission], at moment: Instant) -> Role {
        Role(
            id: name, name: name, description: "", status: .active, permissions: permissions,
            isBuiltIn: false, createdAt: moment, updatedAt: moment, version: 1)
    }

    /// With the role `client` since an hour, and nothing else.
    private func access(capacity: Int = 100_000) -> LiveAccess {
        let access = LiveAccess(lifetime: .seconds(1_800), capacity: capacity)
        let client = role("client", ["bookings:create"], at: at(-3_600))
        access.begin(
            [client], AccessExceptions(since: at(-1_800), accounts: [], signIns: []), at: at(0))
        return access
    }

    private func at(_ seconds: Int64) -> Instant {
        Instant(seconds: LiveAccessTests.start.seconds + seconds)
    }

    private func claims(
        roles: [String] = ["client"], issued: Int64 = 0, account: String = "ann",
        signIn: String = "one"
    ) -> AccessClaims {
        AccessClaims(
            subject: account, signIn: signIn, roles: roles, role: "user", issuedAt: at(issued),
            expires: at(issued + 1_800), id: "x")
    }

    @Test("A token grants what its roles grant now")
    func roles() {
        let access = access()
        #expect(access.judge(claims()) == .good(["bookings:create"]))
        access.learn(role("client", ["events:book"], at: at(5)), insteadOf: "client", at: at(5))
        #expect(access.judge(claims()) == .good(["events:book"]))
        #expect(access.judge(claims(roles: [])) == .good([]))
    }

    @Test("Who is blocked is refused, and who has other roles since has those")
    func standings() {
        let access = access()
        access.set("ann", .blocked, at: at(1))
        #expect(access.judge(claims()) == .bad)
        #expect(access.judge(claims(account: "ben")) == .good(["bookings:create"]))
        access.set("ann", .active(roles: []), at: at(2))
        #expect(access.judge(claims()) == .good([]))
    }

    @Test("A sign-in that has ended takes its tokens along, and no others")
    func ended() {
        let access = access()
        access.end(["one"], at: at(1))
        #expect(access.judge(claims()) == .bad)
        #expect(access.judge(claims(signIn: "two")) == .good(["bookings:create"]))
    }

    @Test("A token with a role of a name that means another role since is looked up")
    func reusedName() {
        let access = access()
        access.learn(role("coach", ["sessions:create"], at: at(1)), insteadOf: nil, at: at(1))
        access.forget(role: "coach")
        access.learn(role("coach", ["users:write"], at: at(9)), insteadOf: nil, at: at(9))
        #expect(access.judge(claims(roles: ["coach"], issued: 5)) == .unknown)
        #expect(access.judge(claims(roles: ["coach"], issued: 10)) == .good(["users:write"]))
    }

    @Test("A role that got another name is looked up under the old one")
    func renamed() {
        let access = access()
        access.learn(role("guest", [], at: at(3)), insteadOf: "client", at: at(3))
        #expect(access.judge(claims()) == .unknown)
    }

    @Test("A token from before everything that is known is looked up")
    func early() {
        let access = access()
        #expect(access.judge(claims(issued: -1_800)) == .unknown)
        #expect(access.judge(claims(issued: -1_799)) == .good(["bookings:create"]))
    }

    @Test("Where too much has changed before the start, all older tokens are looked up")
    func overwhelmedAtStart() {
        let access = LiveAccess(lifetime: .seconds(1_800))
        access.begin([role("client", [], at: at(-60))], nil, at: at(0))
        #expect(access.judge(claims(issued: 0)) == .unknown)
        #expect(access.judge(claims(issued: 1)) == .good([]))
    }

    @Test("When there are too many exceptions all are forgotten, and older tokens looked up")
    func overflow() {
        let access = access(capacity: 2_000)
        access.set("ann", .blocked, at: at(1))
        for number in 0..<2_000 { access.end(["sign-in \(number)"], at: at(2)) }
        #expect(access.judge(claims(issued: 1)) == .unknown)
        #expect(access.judge(claims(issued: 3, account: "ben")) == .good(["bookings:create"]))
    }

    @Test("What no token needs any more makes room")
    func sweeping() {
        let access = access(capacity: 2_000)
        for number in 0..<1_400 { access.end(["old \(number)"], at: at(0)) }
        // Behind the lifetime of the tokens that it concerned.
        for number in 0..<1_400 { access.end(["new \(number)"], at: at(1_900)) }
        #expect(access.judge(claims(issued: 1_890, signIn: "new 0")) == .bad)
        #expect(access.judge(claims(issued: 1_890, signIn: "other")) == .good(["bookings:create"]))
    }

    @Test("A role that is switched off grants nothing")
    func inactive() {
        let access = access()
        let off = Role(
            id: "client", name: "client", description: "", status: .inactive,
            permissions: ["bookings:create"], isBuiltIn: false, createdAt: at(0),
            updatedAt: at(4), version: 2)
        access.learn(off, insteadOf: "client", at: at(4))
        #expect(access.judge(claims()) == .good([]))
    }
}
