import Glibc
import JSON
import Testing
import Workbench

/// That the settings reach the mail server; what is sent is tested where it is.
@Suite("The settings for mail")
struct MailSettingsTests {
    private static let ada: JSON = [
        "email": "ada@example.com", "password": "a fine long password", "name": "Ada",
    ]

    /// A server that knows this mail server.
    private func roost(_ mails: RawMailServer, _ others: [String: String] = [:]) async throws
        -> LiveRoost
    {
        let settings = [
            "SMTP_HOST": "127.0.0.1", "SMTP_PORT": "\(mails.port)", "SMTP_USER": "me",
            "SMTP_PASS": "secret", "SMTP_FROM_EMAIL": "desk@studio.example",
            "SMTP_FROM_NAME": "The Studio", "DEFAULT_LANGUAGE": "de-AT",
        ]
        return try await LiveRoost(settings.merging(others) { $1 })
    }

    @Test("A running server hands its letters over, and says who it is")
    func sent() async throws {
        let mails = try RawMailServer(offers: ["AUTH PLAIN"])
        defer { mails.stop() }
        let roost = try await roost(mails)
        #expect(try roost.post("/api/v1/users", Self.ada).status == 201)
        #expect(soon { !mails.mails.isEmpty })
        let mail = try #require(mails.mails.first)
        #expect(mail.sender.hasPrefix("MAIL FROM:<desk@studio.example>"))
        #expect(mail.recipient == "RCPT TO:<ada@example.com>")
        #expect(mail.lines.contains("From: \"The Studio\""))
        #expect(mail.lines.contains("Subject: Ist das deine E-Mail-Adresse?"))
        #expect(mails.said.contains { $0.line == "EHLO studio.example" })
        #expect(mails.verbs.contains("AUTH"))
    }

    @Test(
        "A server stops while its mail server has gone to sleep, and sends the letter when it is back"
    )
    func stopped() async throws {
        let folder = try TemporaryFolder()
        let same = ["DB_FILE": "\(folder.path)/roost.db", "JWT_SECRET_KEY": goodSecret]
        let asleep = try RawMailServer { $0.line == "DATA" ? .silence : .usual }
        let roost = try await roost(asleep, same)
        #expect(try roost.post("/api/v1/users", Self.ada).status == 201)
        #expect(soon { asleep.verbs.last == "DATA" })
        roost.process.signal(SIGTERM)
        #expect(try await roost.process.end() == .exit(0))
        asleep.stop()
        let awake = try RawMailServer()
        defer { awake.stop() }
        let again = try await self.roost(awake, same)
        #expect(soon { awake.mails.count == 1 })
        withExtendedLifetime(again) {}
    }

    @Test("A language that no letter can be in is refused, with those that there are")
    func language() async throws {
        let roost = try RoostProcess(["serve"], ["DEFAULT_LANGUAGE": "tr", "PORT": "0"])
        #expect(try await roost.end() == .exit(78))
        #expect(roost.complained == "roost: DEFAULT_LANGUAGE: letters can be in en, de\n")
    }

    @Test("In production without a server for mails, the log says at the start what isn't sent")
    func production() async throws {
        let roost = try await LiveRoost([
            "ENVIRONMENT": "production", "JWT_SECRET_KEY": goodSecret, "HOST": "127.0.0.1",
        ])
        let line = try await roost.process.line(
            saying:
                "nobody is told of bookings by mail; letters about accounts are put into a folder")
        #expect(line["setting"] == "SMTP_HOST")
    }
}
