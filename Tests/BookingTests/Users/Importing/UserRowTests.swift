import JSON
import Testing
import Time

@testable import Booking

@Suite("A row about a user")
struct UserRowTests {
    @Test("Needs no more than an address, and then says of all else that it isn't known")
    func least() throws {
        #expect(
            try ReadUser.row([:])
                == UserRow(
                    line: 7, id: nil, oldID: nil, email: "ann@b.example", username: nil, name: nil,
                    roles: [], password: nil, passwordHashText: nil, googleID: nil, bio: nil,
                    specialization: nil, status: .active, createdAt: nil))
    }

    @Test("Has each of the columns that are documented")
    func all() throws {
        let row = try ReadUser.row([
            "id": "0197A000-0000-7000-8000-00000000000A", "email": " Ann@B.example ",
            "username": "ann", "name": " Ann B. ", "role": "facilitator", "roles": "client",
            "hashed_password": "$2b$12$abc", "google_id": "108123456789012345678",
            "bio": "One.\nTwo.",
            "specialization": "Yoga", "status": "suspended", "created_at": "2024-01-10T12:00:00",
        ])
        #expect(
            row
                == UserRow(
                    line: 7, id: "0197a000-0000-7000-8000-00000000000a", oldID: nil,
                    email: "Ann@B.example", username: "ann", name: "Ann B.",
                    roles: ["facilitator", "client"], password: nil, passwordHashText: "$2b$12$abc",
                    googleID: "108123456789012345678", bio: "One.\nTwo.", specialization: "Yoga",
                    status: .suspended, createdAt: Instant(rfc3339: "2024-01-10T12:00:00Z")))
    }

    @Test(
        "Columns may be called by their usual other names",
        arguments: [
            ("E-Mail", .email), ("Mail", .email), ("email address", .email), ("user_email", .email),
            ("user_name", .username), ("login", .username), ("full_name", .name),
            ("fullName", .name), ("Display Name", .name), ("googleId", .googleID),
            ("google_sub", .googleID), ("_id", .id), ("user_id", .id), ("passwd", .password),
            ("hashed_password", .passwordHash), ("passwordHash", .passwordHash),
            ("biography", .bio), ("specialisation", .specialization), ("isActive", .isActive),
            ("is_disabled", .isDisabled), ("createdAt", .createdAt), ("date_joined", .createdAt),
            ("user.role", .roles),
        ] as [(String, UserColumn)])
    func otherNames(name: String, column: UserColumn) {
        #expect(UserColumn(named: name) == column)
    }

    @Test("What only resembles a column is none", arguments: ["emails", "", "_", "name2", "\0"])
    func noColumns(name: String) {
        #expect(UserColumn(named: name) == nil)
    }

    @Test("Two names of one column may say the same, and not two things")
    func twice() throws {
        #expect(try ReadUser.row(["name": "Ann", "full_name": "Ann "]).name == "Ann")
        #expect(
            ReadUser.faults(["name": "Ann", "full_name": "Bea"]) == [
                "name must be the same as full_name"
            ])
    }

    @Test("Without an address it is refused", arguments: [JSON.string(""), "  ", "\\N", "NULL"])
    func noAddress(value: JSON) {
        #expect(throws: UserRowFaults(line: 3, sentences: ["email is missing"])) {
            try UserRow(ImportRow(line: 3, ["email": value, "name": "Ann"]))
        }
    }

    @Test(
        "What can't be an address is refused",
        arguments: [JSON.string("ann"), "a@b", "ä@b.example"])
    func badAddress(value: JSON) {
        #expect(ReadUser.faults(["email": value]) == ["email must be an e-mail address"])
    }

    @Test("All that is wrong is told at once, each with its column")
    func allFaults() {
        let faults = ReadUser.faults([
            "email": 5, "name": .string(String(repeating: "x", count: 256)), "status": "gone",
            "created_at": "soon",
        ])
        #expect(
            faults == [
                "email must be text", "name must have at most 255 characters",
                "status must be active, suspended or banned",
                "created_at must be a moment such as 2026-01-15T09:00:00Z, or seconds since 1970",
            ])
    }

    @Test("Faults are one line for whoever imports")
    func description() {
        let faults = UserRowFaults(line: 3, sentences: ["email is missing", "name must be text"])
        #expect("\(faults)" == "line 3: email is missing; name must be text")
    }

    @Test("What databases export for nothing is nothing, but there are people called NULL")
    func nulls() throws {
        for value in ["NULL", "\\N", "", " "] as [JSON] {
            let row = try ReadUser.row(["google_id": value, "status": value, "bio": value])
            #expect(row.googleID == nil && row.bio == nil && row.status == .active)
        }
        #expect(try ReadUser.row(["name": "NULL"]).name == "NULL")
        #expect(try ReadUser.row(["name": "\\N"]).name == nil)
    }

    @Test("NUL is refused in all texts")
    func nul() {
        #expect(ReadUser.faults(["name": "a\0b"]) == ["name must not contain the character NUL"])
    }
}
