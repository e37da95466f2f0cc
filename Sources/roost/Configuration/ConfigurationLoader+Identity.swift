import HTTP

extension ConfigurationLoader {
    /// What must hold of the settings about identity together.
    mutating func checkIdentity(of configuration: Configuration) {
        if (configuration.adminEmail == nil) != (configuration.adminPassword == nil) {
            faults.append("ADMIN_EMAIL and ADMIN_PASSWORD need each other")
        }
        checkGoogleKeys(of: configuration)
        guard configuration.environment == .production,
            let previous = configuration.jwtPreviousSecretKey,
            let weakness = SecretKey.weakness(of: previous.text)
        else { return }
        faults.append("JWT_PREVIOUS_SECRET_KEY \(weakness), which production refuses")
    }

    /// Whoever can change the keys on their way can sign in as anybody.
    private mutating func checkGoogleKeys(of configuration: Configuration) {
        let url = configuration.googleKeysURL
        guard !url.isEmpty, !url.hasPrefix("https://") else { return }
        if configuration.environment == .production {
            faults.append("GOOGLE_JWKS_URL must begin with https:// in production")
        } else if !WebAddress.isOfLoopback(url) {
            faults.append("GOOGLE_JWKS_URL must begin with https://, or be on this machine")
        }
    }
}
