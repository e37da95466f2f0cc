import Testing
import Workbench

@testable import Outbound

@Suite("The mail client", .timeLimit(.minutes(2)))
struct SMTPClientTests {
    @Test("It says who it is, from where and to whom the mail is, and hands over every byte of it")
    func good() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = SMTPTrial.client(server)
        let outcome = await client.send(
            SMTPTrial.mail("Subject: x\r\n\r\n.dot\r\n..\r\nFrom me\r\n"))
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
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        let lines = (0..<20_000).map { "line \($0) \(String(repeating: "x", count: 60))" }
        _ = await client.send(SMTPTrial.mail(lines.map { $0 + "\r\n" }.joined()))
        #expect(server.mails.first?.lines == lines)
    }

    @Test("Many mails go over one connection, in their order")
    func many() async throws {
        let server = try RawMailServer()
        defer { server.stop() }
        let client = SMTPTrial.client(server)
        for number in 0..<50 {
            let outcome = await client.send(SMTPTrial.mail("\(number)\r\n"))
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
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask {
                    let isBad = number.isMultiple(of: 3)
                    let to = "\(isBad ? "bad" : "good")\(number)@x.example"
                    switch await client.send(SMTPTrial.mail(to: to)) {
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
        let client = SMTPTrial.client(server, idle: .milliseconds(20))
        defer { client.stop() }
        _ = await client.send(SMTPTrial.mail())
        try await hears("QUIT", server)
        _ = await client.send(SMTPTrial.mail())
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
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        for name in ["first", "second", "third"] {
            guard case .accepted = await client.send(SMTPTrial.mail(to: "\(name)@x.example")) else {
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
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        let outcome = await client.send(SMTPTrial.mail())
        #expect(outcome == .failed("the mail server ended the connection", nil))
        #expect(server.mails.count == 1)
    }

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
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        guard case .refused = await client.send(SMTPTrial.mail(to: address)),
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
        let client = SMTPTrial.client(server)
        let first = Task { await client.send(SMTPTrial.mail()) }
        try await hears("DATA", server)
        let second = Task { await client.send(SMTPTrial.mail()) }
        client.stop(within: .milliseconds(50))
        #expect(await first.value == .failed("this server stops", nil))
        #expect(await second.value == .failed("this server stops", nil))
        #expect(await client.send(SMTPTrial.mail()) == .failed("this server stops", nil))
    }

    @Test("Whoever is cancelled doesn't wait for a server that has gone to sleep, and others do")
    func cancelled() async throws {
        let server = try RawMailServer { said in
            said.connection == 1 && said.line == "DATA" ? .silence : .usual
        }
        defer { server.stop() }
        let client = SMTPTrial.client(server)
        defer { client.stop() }
        let first = Task { await client.send(SMTPTrial.mail()) }
        try await hears("DATA", server)
        let second = Task { await client.send(SMTPTrial.mail()) }
        let third = Task { await client.send(SMTPTrial.mail()) }
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
        let client = SMTPTrial.client(server)
        _ = await client.send(SMTPTrial.mail())
        let took = ContinuousClock().measure { client.stop() }
        #expect(took < .seconds(5))
    }

    /// Returns when the server has heard a command last; the threads of tasks are left to those who send.
    private func hears(_ verb: String, _ server: RawMailServer) async throws {
        while server.verbs.last != verb { try await Task.sleep(for: .milliseconds(2)) }
    }
}
