import JSON
import Testing

@testable import Booking

@Suite("The password of an imported user")
struct ImportedSecretTests {
    static let hashes = [
        "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", "$argon2i$x", "$2a$10$x", "$2b$12$x",
        "$2y$10$x", "scrypt:32768:8:1$salt$00", "pbkdf2:sha256:600000$salt$00",
    ]

    @Test(
        "Is kept byte for byte", arguments: [" pass word ", "        ", "null", "$2x$", "pässwort"])
    func plain(_ password: String) throws {
        let row = try ReadUser.row(["password": .string(password)])
        #expect(row.password == password)
        #expect(row.passwordHashText == nil)
    }

    @Test("Is a hash in each of the columns for one", arguments: hashes)
    func hash(_ hash: String) throws {
        for column in ["password_hash", "hashed_password", "passwordhash", "hashed password"] {
            let row = try ReadUser.row([column: .string(" \(hash)\n")])
            #expect(row.passwordHashText == hash)
            #expect(row.password == nil)
        }
    }

    @Test("Is a hash in the column for passwords, when it looks like one", arguments: hashes)
    func hashAsPassword(_ hash: String) throws {
        let row = try ReadUser.row(["password": .string(hash)])
        #expect(row.passwordHashText == hash)
        #expect(row.password == nil)
    }

    @Test(
        "Is refused as a hash that can't be checked, without showing it",
        arguments: ["5f4dcc3b5aa765d61d8327deb882cf99", "{SHA}x", "hunter2-secret"])
    func unknownHash(_ hash: String) {
        #expect(
            ReadUser.faults(["password_hash": .string(hash)]) == [
                "password_hash must be a hash of Argon2, bcrypt, or Werkzeug's scrypt or pbkdf2, as text"
            ])
    }

    @Test("Is not both in plain and as a hash")
    func both() {
        #expect(
            ReadUser.faults(["password": "hunter2-secret", "password_hash": "$2b$12$x"]) == [
                "password must not be given together with its hash"
            ])
    }

    @Test("May be the same hash in two columns, and not two hashes")
    func twoHashes() throws {
        let row = try ReadUser.row(["password": "$2b$12$x", "password_hash": "$2b$12$x"])
        #expect(row.passwordHashText == "$2b$12$x")
        #expect(
            ReadUser.faults(["password": "$2b$12$x", "password_hash": "$2b$12$y"]) == [
                "password must not be another hash than the other column has"
            ])
    }

    @Test("Isn't there for those who come by Google")
    func none() throws {
        let row = try ReadUser.row(["google_id": "g-1", "password_hash": "", "password": "NULL"])
        #expect(row.password == nil && row.passwordHashText == nil)
    }

    @Test("Is never shown in a fault")
    func hidden() {
        let secret = String(repeating: "hunter2", count: 200)
        for column in ["password", "password_hash"] {
            let faults = ReadUser.faults([column: .string(secret)])
            #expect(faults.count == 1)
            #expect(!faults.joined().contains("hunter2"))
        }
    }
}
