extension SettingGroup {
    /// Who a caller is.
    static let identity = SettingGroup(
        title: "Identity",
        settings: [
            Setting(
                "JWT_SECRET_KEY", also: ["SECRET_KEY"], .secret, into: \.jwtSecretKey,
                "What access tokens are signed with, 32 bytes at least; made when missing, except in production."
            ),
            Setting(
                "JWT_PREVIOUS_SECRET_KEY", .secret, into: \.jwtPreviousSecretKey,
                "The key before, while its tokens are still good: so keys change and nobody is signed out."
            ),
            Setting(
                "JWT_EXPIRES_HOURS", .hours(1...720), into: \.accessTokenHours,
                "Another word for ACCESS_TOKEN_EXPIRE_MINUTES, in hours."),
            Setting(
                "ACCESS_TOKEN_EXPIRE_MINUTES",
                also: ["ACCESS_TOKEN_EXPIRE_MINUTE", "JWT_EXPIRE_MINUTES"],
                .minutes(1...43_200), default: "30", into: \.accessTokenLifetime,
                "How long an access token is good."),
            Setting(
                "REFRESH_TOKEN_EXPIRE_DAYS", .days(1...3_650), default: "7",
                into: \.refreshTokenLifetime,
                "How long a device stays signed in that isn't used."),
            Setting(
                "FACILITATOR_SIGNUP", .oneOf, default: "open", into: \.facilitatorSignup,
                "Whether everybody may register as a facilitator, or only admins make them."),
            Setting(
                "GOOGLE_CLIENT_ID", .text, into: \.googleClientID,
                "The client id that Google gave; nobody signs in by Google when empty."),
            Setting(
                "GOOGLE_JWKS_URL", .webAddress,
                default: "https://www.googleapis.com/oauth2/v3/certs", into: \.googleKeysURL,
                "Where Google's keys are; https, or http on this machine outside production."),
            Setting(
                "ADMIN_EMAIL", .emailAddress, into: \.adminEmail,
                "Makes this account an admin at the start, where there is no admin yet."),
            Setting(
                "ADMIN_PASSWORD", .secret, into: \.adminPassword,
                "The password of that account."),
        ])
}
