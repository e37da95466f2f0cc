import JSON
import Testing

@testable import Booking

@Suite("The status of an imported user")
struct ImportedStatusTests {
    @Test(
        "Is one of three, also by other words for them",
        arguments: [
            ("active", .active), (" Active ", .active), ("enabled", .active),
            ("suspended", .suspended), ("inactive", .suspended), ("disabled", .suspended),
            ("BANNED", .banned), ("blocked", .banned),
        ] as [(String, User.Status)])
    func names(text: String, status: User.Status) throws {
        #expect(try ReadUser.row(["status": .string(text)]).status == status)
    }

    @Test(
        "May be told by whether somebody is active",
        arguments: [
            (JSON.bool(true), true), (false, false), (1, true), (0, false), ("True", true),
            ("f", false), ("YES", true), ("no", false), ("0", false), ("1", true),
        ] as [(JSON, Bool)])
    func booleans(value: JSON, isSo: Bool) throws {
        #expect(try ReadUser.row(["is_active": value]).status == (isSo ? .active : .suspended))
        #expect(try ReadUser.row(["disabled": value]).status == (isSo ? .suspended : .active))
    }

    @Test("Is the strictest where columns differ")
    func strictest() throws {
        #expect(try ReadUser.row(["status": "active", "is_active": false]).status == .suspended)
        #expect(try ReadUser.row(["status": "banned", "is_active": false]).status == .banned)
        #expect(try ReadUser.row(["status": "banned", "is_active": true]).status == .banned)
        #expect(try ReadUser.row(["is_active": true, "is_disabled": "true"]).status == .suspended)
    }

    @Test("Is refused when nobody knows what it means")
    func refused() {
        #expect(
            ReadUser.faults(["status": "x", "active": "maybe", "disabled": 2]) == [
                "status must be active, suspended or banned", "active must be true or false",
                "disabled must be true or false",
            ])
    }
}
