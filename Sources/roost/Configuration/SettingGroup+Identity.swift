extension SettingGroup {
    /// Who a caller is.
    static let identity = SettingGroup(
        title: "Identity",
        settings: [
            Setting(
                "JWT_SECRET_KEY", also: ["SECRET_KEY"], .secret, into: \.jwtSecretKey,
                "What access tokens are signed with, 32 bytes at least; made when missing, except in production."
            )
        ])
}
