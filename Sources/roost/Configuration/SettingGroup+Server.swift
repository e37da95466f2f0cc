extension SettingGroup {
    /// What the server is for, where it listens and what it tells.
    static let server = SettingGroup(
        title: "Server",
        settings: [
            Setting(
                "ENVIRONMENT", .oneOf, default: "development", into: \.environment,
                "What this server is for; other defaults depend on it."),
            Setting(
                "HOST", .ipAddress,
                default: .byEnvironment(production: "0.0.0.0", elsewhere: "127.0.0.1"),
                into: \.host,
                "The address to listen on; `::` takes IPv6 and IPv4."),
            Setting(
                "PORT", .wholeNumber(0...65_535), default: "8000", into: \.port,
                "The TCP port to listen on; 0 takes a free one."),
            Setting(
                "WORKERS", .wholeNumber(0...64), default: "0", into: \.workers,
                "How many event loops serve; 0 means one per core."),
            Setting(
                "PUBLIC_URL", .webAddress, into: \.publicURL,
                "Where clients reach this server; with https, answers demand HTTPS (HSTS)."),
            Setting(
                "TRUSTED_PROXIES", .networks, into: \.trustedProxies,
                "The proxies whose X-Forwarded-For and Forwarded fields are believed."),
            Setting(
                "ALLOWED_ORIGINS", .origins, into: \.allowedOrigins,
                "The web pages' origins that may call the API from a browser (CORS)."),
            Setting(
                "LOG_LEVEL", .oneOf, default: "info", into: \.logLevel,
                "The least grave lines that are logged."),
            Setting(
                "DEBUG", .onOff, default: "off", into: \.debug,
                "Another word for LOG_LEVEL=debug."),
            Setting(
                "ACCESS_LOG", .onOff, default: "on", into: \.accessLog,
                "Whether each request is logged."),
            Setting(
                "METRICS_TOKEN", .secret, into: \.metricsToken,
                "The bearer token that /metrics asks for; open to everybody when empty."),
        ])
}
