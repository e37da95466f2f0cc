import JSON
import Testing

@testable import Booking

@Suite("Columns that mean nothing here")
struct UnknownColumnsTests {
    @Test("Are told once, in order, and don't keep a row from being read")
    func once() throws {
        var unknown = UnknownColumns { UserColumn(named: $0) != nil }
        let first = ImportRow(line: 2, ["email": "a@b.example", "shoe size": "44", "age": 5])
        let second = ImportRow(line: 3, ["email": "c@d.example", "age": 6, "car": "none"])
        #expect(unknown.new(in: first) == ["age", "shoe size"])
        #expect(unknown.new(in: second) == ["car"])
        #expect(unknown.new(in: first) == [])
        #expect(try UserRow(first).email == "a@b.example")
    }

    @Test("No documented column is one of them")
    func documented() {
        let names = [
            "id", "email", "username", "name", "full_name", "role", "roles", "password",
            "password_hash", "hashed_password", "google_id", "bio", "specialization", "status",
            "created_at", "createdat", "is_active", "disabled",
        ]
        for name in names { #expect(UserColumn(named: name) != nil) }
    }
}
