import Booking
import Outbound
import Posix
import SQLite
import Time
import Web

/// Everything about mails, put together as the configuration wants it.
struct Mail: Sendable {
    let letters: LetterPost
    let channel: Channel
    private let client: SMTPClient?

    init(
        _ configuration: Configuration, _ notices: Notices, _ database: Database, clock: Clock,
        log: Log
    ) throws {
        let seal = try LetterSeal(
            key: Array(configuration.jwtSecretKey.text.utf8),
            previous: configuration.jwtPreviousSecretKey.map { Array($0.text.utf8) })
        let house = try MailHouse(configuration)
        let zones = ZoneTable()
        client = SMTPServer(configuration, calledAs: house.domain).map { SMTPClient($0) }
        letters = LetterPost(notices, seal)
        channel = MailChannel(
            house, zones: zones, usual: try Catalogue.usualZone(configuration, zones),
            database: database, clock: clock, seal: seal,
            to: client.map { .server($0) } ?? .folder(configuration, log)
        ).channel(MailScope(configuration))
        if MailScope(configuration) == .nothing {
            log.warning(
                "nobody is told of bookings by mail; letters about accounts are put into a folder",
                ["setting": "SMTP_HOST", "folder": configuration.letterFolder])
        }
    }

    /// Ends the connection to the mail server.
    func stop() async {
        guard let client else { return }
        // Without a thread there is nobody to wait for.
        try? await OwnThread.run { client.stop() }
    }
}

extension MailHouse {
    fileprivate init(_ configuration: Configuration) throws(CommandFailure) {
        guard
            let sender = Mailbox(
                configuration.letterSender, name: configuration.letterSenderName)
        else {
            throw CommandFailure(line: "SMTP_FROM_EMAIL is no address", exitCode: .configuration)
        }
        let tag = configuration.defaultLanguage.prefix { $0 != "-" }
        guard let language = Language(rawValue: String(tag)) else {
            let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(
                line: "DEFAULT_LANGUAGE: letters can be in \(known)", exitCode: .configuration)
        }
        let wordings: Wordings
        do {
            wordings = try Wordings(usual: language)
        } catch {
            throw CommandFailure(line: "\(error)")
        }
        self.init(sender: sender, publicURL: configuration.publicURL, wordings: wordings)
    }
}

extension SMTPServer {
    fileprivate init?(_ configuration: Configuration, calledAs name: String) {
        guard let host = configuration.smtpHost else { return nil }
        var login: Login?
        if let user = configuration.smtpUser, let password = configuration.smtpPassword {
            login = Login(name: user, password: password.text)
        }
        self.init(
            host: host, port: configuration.smtpPort, login: login, ownName: name,
            authorities: configuration.smtpAuthorities)
    }
}

extension MailRoute {
    /// In production, a letter is the only way into an account, and nobody reads the log.
    fileprivate static func folder(_ configuration: Configuration, _ log: Log) -> MailRoute {
        configuration.environment == .production
            ? .folder(LetterFolder(configuration.letterFolder), nil)
            : .folder(LetterFolder(configuration.letterFolder, .inMemory), log)
    }
}

extension MailScope {
    fileprivate init(_ configuration: Configuration) {
        if configuration.smtpHost == nil, configuration.environment == .production {
            self = .nothing
        } else {
            self = configuration.emailServiceURL == nil ? .bookings : .bookingsButNewOnes
        }
    }
}
