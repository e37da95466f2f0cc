import Testing
import Workbench

@testable import Outbound

@Suite("What mail servers refuse", .timeLimit(.minutes(2)))
struct SMTPRefusalTests {
    @Test("What a server says in many lines is kept as one")
    func lines() async throws {
        let outcome = try await SMTPTrial.outcome(
            saying: .lines(["550-5.1.1 no such", "550-5.1.1 user", "550 5.1.1 here"]), to: "RCPT")
        #expect(
            outcome
                == .refused(
                    "the mail server refuses the mail",
                    SMTPAnswer(
                        code: 550, text: "550-5.1.1 no such 550-5.1.1 user 550 5.1.1 here")))
    }

    @Test(
        "5xx to the recipient or the mail is final",
        arguments: [("RCPT", "550"), ("DATA", "554"), (".", "552"), ("MAIL", "552")])
    func final(verb: String, code: String) async throws {
        let outcome = try await SMTPTrial.outcome(saying: .line("\(code) no"), to: verb)
        #expect(
            outcome
                == .refused(
                    "the mail server refuses the mail",
                    SMTPAnswer(code: Int(code) ?? 0, text: "\(code) no")))
    }

    @Test(
        "4xx at any step is tried again",
        arguments: ["", "AUTH", "MAIL", "RCPT", "DATA", "."])
    func passing(verb: String) async throws {
        let outcome = try await SMTPTrial.outcome(
            saying: .line("451 later"), to: verb, login: .init(name: "me", password: "secret"))
        guard case .failed(_, let answer) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(answer?.code == 451)
    }

    @Test(
        "5xx that is about the server and us is tried again: somebody will see to it",
        arguments: [
            ("", "554"), ("AUTH", "535"), ("MAIL", "550"), ("MAIL", "530"), ("RCPT", "530"),
        ])
    func setUpWrongly(verb: String, code: String) async throws {
        let outcome = try await SMTPTrial.outcome(
            saying: .line("\(code) no"), to: verb, login: .init(name: "me", password: "secret"))
        guard case .failed(_, let answer) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(answer?.code == Int(code))
    }

    @Test(
        "A connection that ends at any step is tried again",
        arguments: ["", "EHLO", "MAIL", "RCPT", "DATA", "."])
    func cut(verb: String) async throws {
        guard case .failed = try await SMTPTrial.outcome(saying: .cut("25"), to: verb) else {
            Issue.record("it was not")
            return
        }
    }

    @Test(
        "A server that says nothing is given up at any step",
        arguments: ["", "EHLO", "MAIL", "RCPT", "DATA", "."])
    func silent(verb: String) async throws {
        let outcome = try await SMTPTrial.outcome(
            saying: .silence, to: verb, within: .milliseconds(300))
        #expect(outcome == .failed("the mail server took too long", nil))
    }

    @Test("What is no answer of a mail server is tried again", arguments: ["HTTP/1.1 200 OK", "x"])
    func nonsense(greeting: String) async throws {
        guard case .failed = try await SMTPTrial.outcome(saying: .cut("\(greeting)\r\n"), to: "")
        else {
            Issue.record("it was not")
            return
        }
    }

    @Test("A server that never ends its answer is given up, and little of it is kept")
    func endless() async throws {
        let line = "550-" + String(repeating: "x", count: 400)
        let outcome = try await SMTPTrial.outcome(
            saying: .lines(Array(repeating: line, count: 2_000) + ["550 end"]), to: "RCPT")
        guard case .refused(_, let answer) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect((answer?.text.utf8.count ?? 0) <= 500)
    }

    @Test("Where nobody listens, mails are tried again")
    func nobody() async throws {
        let server = try RawMailServer()
        server.stop()
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        #expect(
            await client.send(SMTPTrial.mail()) == .failed("the mail server can't be reached", nil))
    }

    @Test("A server's name that can't be one sends nothing", arguments: ["", "a b", "a/b\r\n"])
    func noHost(host: String) async {
        let client = SMTPClient(
            SMTPServer(host: host, port: 25, ownName: "x", within: .seconds(2)))
        defer { client.stop() }
        guard case .failed = await client.send(SMTPTrial.mail()) else {
            Issue.record("it was sent")
            return
        }
    }
}
