/// A mail server that takes mails for others, and how it is spoken to.
package struct SMTPServer: Sendable {
    package enum Encryption: Equatable, Sendable {
        /// From the first byte (RFC 8314 section 3.3).
        case immediate
        /// By STARTTLS (RFC 3207); a server without it gets nothing.
        case required
        /// By STARTTLS where it is offered, whoever answers there: for a server on this machine, whose
        /// certificate is seldom one that others trust.
        case ifOffered
    }

    package struct Login: Sendable {
        let name: String
        let password: String

        package init(name: String, password: String) {
            self.name = name
            self.password = password
        }
    }

    /// Where mails are submitted with TLS from the first byte.
    private static let portOfImmediateTLS = 465

    package let host: String
    package let port: Int
    package let encryption: Encryption
    let login: Login?
    /// What this side calls itself.
    let ownName: String
    /// A file with the certificates of those who vouch for the server; nil for those that the machine trusts.
    let authorities: String?
    /// How long it may take to connect, and how long a mail may take in all. Servers that look into mails
    /// take their time before the last answer.
    let connectLimit: Duration
    let limit: Duration

    package init(
        host: String, port: Int, encryption: Encryption? = nil, login: Login? = nil,
        ownName: String, authorities: String? = nil,
        connectWithin connectLimit: Duration = .seconds(10), within limit: Duration = .seconds(60)
    ) {
        self.host = host
        self.port = port
        self.encryption = encryption ?? SMTPServer.usualEncryption(host, port)
        self.login = login
        self.ownName = ownName
        self.authorities = authorities
        self.connectLimit = connectLimit
        self.limit = limit
    }

    private static func usualEncryption(_ host: String, _ port: Int) -> Encryption {
        if port == portOfImmediateTLS { return .immediate }
        return isLoopback(host) ? .ifOffered : .required
    }

    /// Only what is plainly this machine.
    private static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
