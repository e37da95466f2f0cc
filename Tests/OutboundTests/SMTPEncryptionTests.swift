import Testing
import Workbench

@testable import Outbound

@Suite("The mail client's encryption and logins", .timeLimit(.minutes(2)))
struct SMTPEncryptionTests {
    @Test("A server elsewhere must encrypt; this machine need not; port 465 does at once")
    func usual() {
        func encryption(_ host: String, _ port: Int = 587) -> SMTPServer.Encryption {
            SMTPServer(host: host, port: port, ownName: "x").encryption
        }
        #expect(encryption("mail.example") == .required)
        #expect(encryption("10.0.0.1", 25) == .required)
        #expect(encryption("127.0.0.1.example") == .required)
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]"] {
            #expect(encryption(host) == .ifOffered)
        }
        #expect(encryption("localhost", 465) == .immediate)
    }

    @Test(
        "Where encryption is required, a server that doesn't offer it hears neither login nor mail",
        arguments: [["8BITMIME"], ["AUTH PLAIN"], ["STARTTLSX"], []])
    func stripped(offers: [String]) async throws {
        let server = try RawMailServer(offers: offers)
        defer { server.stop() }
        let client = SMTPTrial.client(
            server, .required, login: .init(name: "me", password: "secret"))
        defer { client.stop() }
        guard case .failed(let words, _) = await client.send(SMTPTrial.mail()) else {
            Issue.record("it was sent")
            return
        }
        #expect(words == "the mail server doesn't encrypt")
        #expect(!server.verbs.contains("AUTH") && !server.verbs.contains("MAIL"))
    }

    @Test(
        "Nor does one that offers it and then doesn't do it",
        arguments: [
            RawMailServer.Reply.line("454 not now"), .line("501 what?"),
            .cut("220 go\r\n250 x\r\n"),
        ])
    func refused(reply: RawMailServer.Reply) async throws {
        let server = try RawMailServer(offers: ["STARTTLS", "AUTH PLAIN"]) { said in
            said.line == "STARTTLS" ? reply : .usual
        }
        defer { server.stop() }
        let client = SMTPTrial.client(
            server, .required, login: .init(name: "me", password: "secret"))
        defer { client.stop() }
        guard case .failed = await client.send(SMTPTrial.mail()) else {
            Issue.record("it was sent")
            return
        }
        #expect(!server.verbs.contains("AUTH") && !server.verbs.contains("MAIL"))
    }

    @Test("A server that should encrypt at once and doesn't gets nothing")
    func immediate() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = SMTPTrial.client(server, .immediate, within: .seconds(1))
        defer { client.stop() }
        guard case .failed = await client.send(SMTPTrial.mail()) else {
            Issue.record("it was sent")
            return
        }
        #expect(server.mails.isEmpty)
    }

    @Test("It logs in where there is a login, and not where there is none")
    func login() async throws {
        let server = try RawMailServer(offers: ["AUTH PLAIN"])
        defer { server.stop() }
        let one = SMTPTrial.client(server, login: .init(name: "me", password: "secret"))
        _ = await one.send(SMTPTrial.mail())
        one.stop()
        // RFC 4616: NUL, name, NUL, password.
        #expect(server.said.contains { $0.line == "AG1lAHNlY3JldA==" })
        let other = SMTPTrial.client(server)
        _ = await other.send(SMTPTrial.mail())
        other.stop()
        #expect(server.verbs.filter { $0 == "AUTH" }.count == 1)
    }

    @Test("A server that repeats the password in its refusal is not quoted")
    func secrets() async throws {
        let outcome = try await SMTPTrial.outcome(
            saying: .line("535 secret AG1lAHNlY3JldA== is wrong"), to: "AUTH",
            login: .init(name: "me", password: "secret"))
        #expect(
            outcome
                == .failed(
                    "the mail server refuses the login", SMTPAnswer(code: 535, text: "535")))
    }

    @Test("Whom a mail was for isn't repeated")
    func address() async throws {
        let outcome = try await SMTPTrial.outcome(
            saying: .line("550 <ANN@x.Example>: unknown"), to: "RCPT")
        #expect(
            outcome
                == .refused(
                    "the mail server refuses the mail",
                    SMTPAnswer(code: 550, text: "550 <…>: unknown")))
    }
}
