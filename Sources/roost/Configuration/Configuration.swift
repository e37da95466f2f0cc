import HTTP
import Web

/// Everything that an operator decides about a running server.
///
/// The values here are only blanks: what a property holds in the end, its default included, is
/// declared once, in the `Setting` that writes it. `Configuration.load` reads them all.
struct Configuration: Sendable {
    var environment = Environment.development

    var host = IPAddress.loopback
    var port = 0
    /// Event loops; 0 means one per core.
    var workers = 0
    var publicURL: String?
    var trustedProxies: [AddressBlock] = []
    var allowedOrigins: [String] = []

    /// The path of the database's file, from the folder that the command runs in.
    var databaseFile = ""
    /// Where backups go; none are made without it.
    var backupFolder: String?
    var backupInterval = Duration.zero
    var backupsKept = 0
    /// Where changes are copied to as they happen, if anywhere.
    var backupStreamFolder: String?

    var logLevel = Log.Level.info
    /// The level that DEBUG took the place of, until a higher layer turns it off again.
    private var logLevelBesideDebug: Log.Level?
    var accessLog = false
    var metricsToken: Secret?

    var requestTimeout = Duration.zero
    var maxConnections = 0
    var maxConnectionsPerIP = 0
    var shutdownDelay = Duration.zero
    var shutdownTime = Duration.zero
    var rateLimits = RateLimits()

    /// What access tokens are signed with. Never empty once loaded.
    var jwtSecretKey = Secret(text: "")
    /// What they were signed with before, as long as tokens of that time may come.
    var jwtPreviousSecretKey: Secret?
    var accessTokenLifetime = Duration.zero
    var refreshTokenLifetime = Duration.zero
    var facilitatorSignup = FacilitatorSignup.open
    var googleClientID: String?
    var googleKeysURL = ""
    /// Whom to make an admin of at the start, where there is none.
    var adminEmail: String?
    var adminPassword: Secret?

    /// Where things take place that don't say it, and what new prices are in.
    var defaultTimezone = ""
    var defaultCurrency = ""
    var classBookingCutoff = 0
    var slotMinutes = 0
    var autoCompleteHours: Int?
    /// Whether an empty database gets samples.
    var seedsSampleData = false

    /// Where letters go while there is no server for mail.
    var letterFolder = ""
    var letterSender = ""
    var letterSenderName = ""
    var defaultLanguage = ""
    var smtpHost: String?
    var smtpPort = 0
    var smtpUser: String?
    var smtpPassword: Secret?
    /// A file of certificates.
    var smtpAuthorities: String?
    /// How long before its start people are reminded of what they have booked.
    var reminderHours = 0

    /// Other programs that are told of bookings.
    var emailServiceURL: String?
    var crmURL: String?
    var crmToken: Secret?
    var notificationServiceURL: String?
    var notificationServiceToken: Secret?
    var allowsPrivateWebhooks = false
}

extension Configuration {
    /// Another unit for how long access tokens are good.
    var accessTokenHours: Duration? {
        get { nil }
        set { accessTokenLifetime = newValue ?? accessTokenLifetime }
    }

    /// Another word for the lowest log level; turning it off brings the level back.
    var debug: Bool {
        get { logLevel == .debug }
        set {
            if newValue {
                logLevelBesideDebug = logLevelBesideDebug ?? logLevel
                logLevel = .debug
            } else if let level = logLevelBesideDebug {
                logLevel = level
                logLevelBesideDebug = nil
            }
        }
    }
}
