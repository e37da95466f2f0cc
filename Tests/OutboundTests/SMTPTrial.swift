import Workbench

@testable import Outbound

/// A client of a test's mail server, and mails for it.
enum SMTPTrial {
    static func client(
        _ server: RawMailServer, _ encryption: SMTPServer.Encryption? = nil,
        login: SMTPServer.Login? = nil, within limit: Duration = .seconds(20),
        idle: Duration = .seconds(300)
    ) -> SMTPClient {
        SMTPClient(
            SMTPServer(
                host: "127.0.0.1", port: Int(server.port), encryption: encryption, login: login,
                ownName: "studio.example", within: limit), idle: idle)
    }

    static func mail(_ text: String = "Subject: x\r\n\r\nhello\r\n", to: String = "ann@x.example")
        -> SMTPMail
    {
        SMTPMail(from: "roost@studio.example", to: to, Array(text.utf8))
    }

    /// What becomes of one mail where the server says this to that.
    static func outcome(
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
}
