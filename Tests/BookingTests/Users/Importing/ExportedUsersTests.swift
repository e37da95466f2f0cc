import JSON
import Testing
import Time

@testable import Booking

/// One table of each system that people come from, as its database exports it.
@Suite("Users of the systems that people come from")
struct ExportedUsersTests {
    private func users(_ table: Table) throws -> [UserRow] {
        try table.rows().map { row in try UserRow(row) }
    }

    @Test("Accounts with lists of roles, as JSON")
    func accounts() throws {
        let user = try users(
            .jsonLines(
                #"""
                {"id":"0197A000-0000-7000-8000-000000000001","email":"vaibhav@gmail.com",\#
                "username":"vaibhav","status":"active",\#
                "createdAt":"2025-06-09T17:23:00.000Z","updatedAt":"2025-06-09T17:23:00.000Z",\#
                "password":"$2b$12$abc","roles":[{"id":"x","name":"client","status":"active"},\#
                {"id":"y","name":"instructor"}]}
                """#
            )
        ).first
        #expect(user?.id == "0197a000-0000-7000-8000-000000000001")
        #expect(user?.roles == ["client", "instructor"])
        #expect(user?.passwordHashText == "$2b$12$abc")
        #expect(user?.createdAt?.rfc3339 == "2025-06-09T17:23:00.000Z")
    }

    @Test("A PostgreSQL table with numbers as ids and bcrypt hashes")
    func postgres() throws {
        let users = try users(
            .csv(
                """
                id,name,email,password_hash,role,created_at
                1,"Doe, John",john@example.com,$2b$12$abc,user,2025-10-21 10:30:00.123456
                2,Ann,ann@example.com,$2b$12$def,admin,2025-10-21 10:30:00

                """))
        #expect(users.map(\.oldID) == ["1", "2"])
        #expect(users.map(\.name) == ["Doe, John", "Ann"])
        #expect(users.map(\.roles) == [["client"], ["admin"]])
        #expect(users.first?.createdAt?.rfc3339 == "2025-10-21T10:30:00.123Z")
    }

    @Test("A MySQL table with Argon2 hashes in the column for passwords, and commas in them")
    func mysql() throws {
        let users = try users(
            .tsv(
                "id\tname\temail\tpassword\trole\n"
                    + "3\tNULL\tx@example.com\t$argon2id$v=19$m=65536,t=3,p=4$c2$aGFz\tAdmin\n"))
        #expect(users.first?.passwordHashText == "$argon2id$v=19$m=65536,t=3,p=4$c2$aGFz")
        #expect(users.first?.roles == ["admin"])
    }

    @Test("A SQLite table of Werkzeug's hashes, and of people who come by Google")
    func werkzeug() throws {
        let users = try users(
            .csv(
                """
                id;email;password_hash;name;role;google_id;created_at\r
                1;facilitator@example.com;scrypt:32768:8:1$abc$00ff;John Doe;facilitator;;2024-01-10 12:00:00\r
                2;g@example.com;;Gina;user;108123456789012345678;2024-01-10 12:00:00\r

                """))
        #expect(users.map(\.roles) == [["facilitator"], ["client"]])
        #expect(users.map(\.passwordHashText) == ["scrypt:32768:8:1$abc$00ff", nil])
        #expect(users.map(\.googleID) == [nil, "108123456789012345678"])
    }

    @Test("Documents of MongoDB")
    func mongo() throws {
        let user = try users(
            .jsonLines(
                #"""
                {"_id":{"$oid":"507f1f77bcf86cd799439011"},\#
                "email":"user@example.com","username":"demo",\#
                "full_name":"Demo User","hashed_password":"$2b$12$abc","disabled":false,\#
                "created_at":{"$date":"2025-05-12T14:30:00Z"}}
                """#
            )
        ).first
        #expect(user?.oldID == "507f1f77bcf86cd799439011")
        #expect(user?.name == "Demo User")
        #expect(user?.status == .active)
        #expect(user?.createdAt?.rfc3339 == "2025-05-12T14:30:00.000Z")
    }
}
