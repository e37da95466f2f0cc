extension ConfigurationLoader {
    /// What must hold of the settings about notices together.
    mutating func checkNotices(of configuration: Configuration) {
        if (configuration.smtpUser == nil) != (configuration.smtpPassword == nil) {
            faults.append("SMTP_USER and SMTP_PASS need each other")
        }
        if configuration.smtpUser != nil, configuration.smtpHost == nil {
            faults.append("SMTP_USER needs SMTP_HOST")
        }
        if configuration.crmURL != nil, configuration.crmToken == nil {
            faults.append("CRM_SERVICE_URL needs CRM_BEARER_TOKEN")
        }
        if configuration.notificationServiceURL != nil,
            configuration.notificationServiceToken == nil
        {
            faults.append("NOTIFICATION_SERVICE_URL needs BACKEND_SERVICE_TOKEN")
        }
    }
}
