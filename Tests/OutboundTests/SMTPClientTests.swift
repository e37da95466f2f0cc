import Testing
import Workbench

@testable import Outbound

@Suite("The mail client", .timeLimit(.minutes(2)))
struct SMTPClientTests {
    private func client(
        _ server: RawMailServer, _ encryption: SMTPServer.Encryption? = nil,
        login: SMTPServer.Login? = nil, within limit: Duration = .seconds(20),
        idle: Duration = .seconds(20)
    ) -> SMTPClient {
        SMTPClient(
            SMTPServer(
                host: "127.0.0.1", port: Int(server.port), encryption: encryption, login: login,
                ownName: "studio.example", within: limit), idle: idle)
    }

    private func mail(_ text: String = "Subject: x\r\n\r\nhello\r\n", to: String = "ann@x.example")
        -> SMTPMail
    {
        SMTPMail(from: "roost@studio.example", to: to, Array(text.utf8))
    }

    /// What becomes of one mail where the server says this to that.
    private func outcome(
        saying answer: RawMailServer.Reply, to verb: String,
        _ encryption: SMTPServer.Encryption? = nil, login: SMTPServer.Login? = nil,
        offers: [String] = ["AUTH PLAIN"], within limit: Duration = .seconds(20)
    ) async throws -> SMTPOutcome {
        let server = try RawMailServer(offers: offers) { said in
            said.line.prefix(4) == verb.prefix(4) && (verb != "" || said.line == "")
                ? answer : .usual
        }
        defer { server.stop() }
        let client = client(server, encryption, login: login, within: limit)
        defer { client.stop(within: .milliseconds(200)) }
        return await client.send(mail())
    }

    @Test("It says who it is, from where and to whom the mail is, and hands over every byte of it")
    func good() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = client(server)
        let outcome = await client.send(mail("Subject: x\r\n\r\n.dot\r\n..\r\nFrom me\r\n"))
        client.stop()
        #expect(outcome == .accepted(SMTPAnswer(code: 250, text: "250 fine")))
        let mail = try #require(server.mails.first)
        #expect(mail.sender.hasPrefix("MAIL FROM:<roost@studio.example>"))
        #expect(mail.recipient == "RCPT TO:<ann@x.example>")
        #expect(mail.lines == ["Subject: x", "", "..dot", "...", "From me"])
        #expect(server.said.contains { $0.line == "EHLO studio.example" })
        #expect(server.verbs.last == "QUIT")
    }

    @Test("A mail of any size arrives whole")
    func large() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = client(server)
        defer { client.stop() }
        let lines = (0..<20_000).map { "line \($0) \(String(repeating: "x", count: 60))" }
        _ = await client.send(mail(lines.map { $0 + "\r\n" }.joined()))
        #expect(server.mails.first?.lines == lines)
    }

    @Test("Many mails go over one connection, in their order")
    func many() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = client(server)
        for number in 0..<50 {
            let outcome = await client.send(mail("\(number)\r\n"))
            #expect(outcome == .accepted(SMTPAnswer(code: 250, text: "250 fine")))
        }
        client.stop()
        #expect(server.mails.map(\.lines) == (0..<50).map { ["\($0)"] })
        #expect(server.connections == 1)
    }

    @Test("Those who send at the same time wait for one another, and each hears of their own mail")
    func parallel() async throws {
        let server = try RawMailServer { said in
            said.line.contains("RCPT TO:<bad") ? .line("550 no such user") : .usual
        }
        defer { server.stop() }
        let client = client(server)
        defer { client.stop() }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask {
                    let isBad = number.isMultiple(of: 3)
                    let to = "\(isBad ? "bad" : "good")\(number)@x.example"
                    switch await client.send(mail(to: to)) {
                    case .accepted: #expect(!isBad)
                    case .refused: #expect(isBad)
                    case .failed(let words, _): Issue.record("\(words)")
                    }
                }
            }
        }
        #expect(server.mails.count == 16)
    }

    @Test("A connection that nobody needs is ended, and the next mail makes another")
    func idle() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = client(server, idle: .milliseconds(20))
        defer { client.stop() }
        _ = await client.send(mail())
        #expect(soon { server.verbs.last == "QUIT" })
        _ = await client.send(mail())
        #expect(server.mails.map(\.connection) == [1, 2])
    }

    @Test(
        "A kept connection that the server has ended is made anew, for the same mail",
        arguments: [RawMailServer.Reply.cut(""), .line("421 too many mails")])
    func kept(reply: RawMailServer.Reply) async throws {
        let server = try RawMailServer { said in
            said.connection == 1 && said.line.contains("second") ? reply : .usual
        }
        defer { server.stop() }
        let client = client(server)
        defer { client.stop() }
        for name in ["first", "second", "third"] {
            guard case .accepted = await client.send(mail(to: "\(name)@x.example")) else {
                Issue.record("\(name) was not accepted")
                return
            }
        }
        #expect(server.mails.map(\.connection) == [1, 2, 2])
    }

    @Test("A mail that was sent whole is not sent again by itself when its answer doesn't come")
    func lost() async throws {
        let server = try RawMailServer { said in
            said.line == "." && said.connection == 1 ? .cut("") : .usual
        }
        defer { server.stop() }
        let client = client(server)
        defer { client.stop() }
        let outcome = await client.send(mail())
        #expect(outcome == .failed("the mail server ended the connection", nil))
        #expect(server.mails.count == 1)
    }

    // MARK: What servers refuse

    @Test("What a server says in many lines is kept as one")
    func lines() async throws {
        let outcome = try await outcome(
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
        let outcome = try await outcome(saying: .line("\(code) no"), to: verb)
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
        let outcome = try await outcome(
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
        let outcome = try await outcome(
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
        guard case .failed = try await outcome(saying: .cut("25"), to: verb) else {
            Issue.record("it was not")
            return
        }
    }

    @Test(
        "A server that says nothing is given up at any step",
        arguments: ["", "EHLO", "MAIL", "RCPT", "DATA", "."])
    func silent(verb: String) async throws {
        let outcome = try await outcome(saying: .silence, to: verb, within: .milliseconds(300))
        #expect(outcome == .failed("the mail server took too long", nil))
    }

    @Test("What is no answer of a mail server is tried again", arguments: ["HTTP/1.1 200 OK", "x"])
    func nonsense(greeting: String) async throws {
        guard case .failed = try await outcome(saying: .cut("\(greeting)\r\n"), to: "") else {
            Issue.record("it was not")
            return
        }
    }

    @Test("A server that never ends its answer is given up, and little of it is kept")
    func endless() async throws {
        let line = "550-" + String(repeating: "x", count: 400)
        let outcome = try await outcome(
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
        let client = client(server)
        defer { client.stop() }
        #expect(await client.send(mail()) == .failed("the mail server can't be reached", nil))
    }

    @Test("A server's name that can't be one sends nothing", arguments: ["", "a b", "a/b\r\n"])
    func noHost(host: String) async {
        let client = SMTPClient(
            SMTPServer(host: host, port: 25, ownName: "x", within: .seconds(2)))
        defer { client.stop() }
        guard case .failed = await client.send(mail()) else {
            Issue.record("it was sent")
            return
        }
    }

    // MARK: Encryption and logins

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
        let client = client(server, .required, login: .init(name: "me", password: "secret"))
        defer { client.stop() }
        guard case .failed(let words, _) = await client.send(mail()) else {
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
        let client = client(server, .required, login: .init(name: "me", password: "secret"))
        defer { client.stop() }
        guard case .failed = await client.send(mail()) else {
            Issue.record("it was sent")
            return
        }
        #expect(!server.verbs.contains("AUTH") && !server.verbs.contains("MAIL"))
    }

    @Test("A server that should encrypt at once and doesn't gets nothing")
    func immediate() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = client(server, .immediate, within: .seconds(1))
        defer { client.stop() }
        guard case .failed = await client.send(mail()) else {
            Issue.record("it was sent")
            return
        }
        #expect(server.mails.isEmpty)
    }

    @Test("It logs in where there is a login, and not where there is none")
    func login() async throws {
        let server = try RawMailServer(offers: ["AUTH PLAIN"])
        defer { server.stop() }
        let one = client(server, login: .init(name: "me", password: "secret"))
        _ = await one.send(mail())
        one.stop()
        // RFC 4616: NUL, name, NUL, password.
        #expect(server.said.contains { $0.line == "AG1lAHNlY3JldA==" })
        let other = client(server)
        _ = await other.send(mail())
        other.stop()
        #expect(server.verbs.filter { $0 == "AUTH" }.count == 1)
    }

    @Test("A server that repeats the password in its refusal is not quoted")
    func secrets() async throws {
        let outcome = try await outcome(
            saying: .line("535 secret AG1lAHNlY3JldA== is wrong"), to: "AUTH",
            login: .init(name: "me", password: "secret"))
        #expect(
            outcome
                == .failed(
                    "the mail server refuses the login", SMTPAnswer(code: 535, text: "535")))
    }

    @Test("Whom a mail was for isn't repeated")
    func address() async throws {
        let outcome = try await outcome(saying: .line("550 <ANN@x.Example>: unknown"), to: "RCPT")
        #expect(
            outcome
                == .refused(
                    "the mail server refuses the mail",
                    SMTPAnswer(code: 550, text: "550 <…>: unknown")))
    }

    // MARK: Addresses

    @Test(
        "An address that could end a command, or isn't ASCII, is refused before anybody is asked",
        arguments: [
            "", "@", "a", "a@", "@b", "a@b@c", "a b@x", "a@x>\r\nRCPT TO:<b@x", "a@x\r\n", "<a@x>",
            "a@x\0", "ä@x.example", "a@ü.example", "😀@x", "\"a\"@x",
            String(repeating: "a", count: 300) + "@x",
        ])
    func addresses(address: String) async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = client(server)
        defer { client.stop() }
        guard case .refused = await client.send(mail(to: address)),
            case .refused = await client.send(
                SMTPMail(from: address, to: "ann@x.example", []))
        else {
            Issue.record("it was sent")
            return
        }
        #expect(server.said.isEmpty)
    }

    // MARK: Stopping

    @Test("Stopping gives up what is under way, and tells all who wait")
    func stop() async throws {
        let server = try RawMailServer { $0.line == "DATA" ? .silence : .usual }
        defer { server.stop() }
        let client = client(server)
        let first = Task { await client.send(mail()) }
        #expect(soon { server.verbs.last == "DATA" })
        let second = Task { await client.send(mail()) }
        client.stop(within: .milliseconds(50))
        #expect(await first.value == .failed("this server stops", nil))
        #expect(await second.value == .failed("this server stops", nil))
        #expect(await client.send(mail()) == .failed("this server stops", nil))
    }

    @Test("Whoever is cancelled doesn't wait for a server that has gone to sleep, and others do")
    func cancelled() async throws {
        let server = try RawMailServer { said in
            said.connection == 1 && said.line == "DATA" ? .silence : .usual
        }
        defer { server.stop() }
        let client = client(server)
        defer { client.stop() }
        let first = Task { await client.send(mail()) }
        #expect(soon { server.verbs.last == "DATA" })
        let second = Task { await client.send(mail()) }
        let third = Task { await client.send(mail()) }
        second.cancel()
        #expect(await second.value == .failed("nobody waits for it any more", nil))
        first.cancel()
        #expect(await first.value == .failed("this server stops", nil))
        #expect(await third.value == .accepted(SMTPAnswer(code: 250, text: "250 fine")))
    }

    @Test("A server that doesn't say goodbye holds nobody up")
    func goodbye() async throws {
        let server = try RawMailServer { $0.line == "QUIT" ? .silence : .usual }
        defer { server.stop() }
        let client = client(server)
        _ = await client.send(mail())
        let took = ContinuousClock().measure { client.stop() }
        #expect(took < .seconds(5))
    }
}
