extension SettingGroup {
    /// What is sent to people by mail.
    static let letters = SettingGroup(
        title: "Letters",
        settings: [
            Setting(
                "SMTP_HOST", .hostName, into: \.smtpHost,
                "The server that sends mail; it must speak TLS unless it is this machine."),
            Setting(
                "SMTP_PORT", .wholeNumber(1...65_535), default: "587", into: \.smtpPort,
                "Its port; 465 speaks TLS from the first byte, others by STARTTLS."),
            Setting(
                "SMTP_USER", .text, into: \.smtpUser, "Who signs in there; nobody when empty."),
            Setting(
                "SMTP_PASS", also: ["SMTP_PASSWORD"], .secret, into: \.smtpPassword,
                "The password of that user."),
            Setting(
                "SMTP_CA_FILE", .folder, into: \.smtpAuthorities,
                "Certificates (PEM) of those who vouch for that server, where the system trusts "
                    + "others only."),
            Setting(
                "SMTP_FROM_EMAIL", .emailAddress, default: "roost@localhost",
                into: \.letterSender, "The address that letters come from."),
            Setting(
                "SMTP_FROM_NAME", .text, default: "Roost", into: \.letterSenderName,
                "The name beside that address."),
            Setting(
                "MAIL_DIR", .folder, default: "var/mail", into: \.letterFolder,
                "The folder that letters are written to while SMTP_HOST isn't set."),
            Setting(
                "DEFAULT_LANGUAGE", .languageTag, default: "en", into: \.defaultLanguage,
                "The language of letters to people who have chosen none."),
            Setting(
                "REMINDER_HOURS", .wholeNumber(0...720), default: "24", into: \.reminderHours,
                "How long before its start people are reminded of a booking; 0 reminds nobody."),
        ])

    /// Other programs that are told.
    static let services = SettingGroup(
        title: "Services",
        settings: [
            Setting(
                "EMAIL_SERVICE_URL", .webAddress, into: \.emailServiceURL,
                "A service that sends the mails about new bookings, in place of this server."),
            Setting(
                "CRM_SERVICE_URL", .webAddress, into: \.crmURL,
                "A service that keeps customers; it is told of new bookings."),
            Setting(
                "CRM_BEARER_TOKEN", .secret, into: \.crmToken, "What it knows this server by."),
            Setting(
                "NOTIFICATION_SERVICE_URL", .webAddress, into: \.notificationServiceURL,
                "A service that notifies hosts; it is told of new bookings."),
            Setting(
                "BACKEND_SERVICE_TOKEN", .secret, into: \.notificationServiceToken,
                "What it knows this server by."),
            Setting(
                "WEBHOOK_ALLOW_PRIVATE", .onOff, default: "off", into: \.allowsPrivateWebhooks,
                "Whether webhooks may lead into private networks and to this machine."),
        ])
}
