import JSON
import Testing

@testable import Booking

@Suite("The roles of an imported user")
struct ImportedRolesTests {
    @Test(
        "May be text with any usual separator",
        arguments: [
            "admin,client", "admin; client", "Admin|CLIENT", " admin  client ", "admin, ,client,",
            "{admin,client}", "[\"admin\", \"client\"]", "admin,user", "admin\tclient",
        ])
    func text(_ text: String) throws {
        #expect(try ReadUser.row(["roles": .string(text)]).roles == ["admin", "client"])
    }

    @Test(
        "May be a list of names, or of objects that have one",
        arguments: [
            ["admin", " Yoga Teacher "],
            [["id": 1, "name": "admin"], ["name": "yoga teacher", "status": "active"]],
        ] as [JSON])
    func lists(_ list: JSON) throws {
        #expect(try ReadUser.row(["roles": list]).roles == ["admin", "yoga teacher"])
        #expect(try ReadUser.row(["roles": .string(list.text)]).roles == ["admin", "yoga teacher"])
    }

    @Test("A user is a client here", arguments: ["user", "User", " USER "])
    func user(_ text: String) throws {
        #expect(try ReadUser.row(["role": .string(text)]).roles == ["client"])
        #expect(try ReadUser.row(["role": [.string(text)]]).roles == ["client"])
    }

    @Test("Come from both columns, each once")
    func both() throws {
        let row = try ReadUser.row([
            "role": "admin", "roles": ["client", "admin", ["name": "user"]],
        ])
        #expect(row.roles == ["admin", "client"])
    }

    @Test("May be none", arguments: [JSON.string(""), [], "[]", "{}", ","])
    func none(_ value: JSON) throws {
        #expect(try ReadUser.row(["roles": value]).roles == [])
    }

    @Test(
        "Are refused when they are no names", arguments: [JSON.integer(1), true, [1], [["id": 1]]])
    func wrongType(_ value: JSON) {
        #expect(ReadUser.faults(["role": value]) == ["role must be the names of roles"])
    }

    @Test(
        "Are refused when somebody's list can't be read",
        arguments: [
            JSON.string("['admin']"), "[\"admin\"", "{\"admin\",client}", "a]", [""], ["a\nb"],
            .string(String(repeating: "x", count: 65)),
        ])
    func badFormat(_ value: JSON) {
        let faults = ReadUser.faults(["roles": value])
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("roles must be the names of roles") == true)
    }
}
