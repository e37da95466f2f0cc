import JSON

/// The kinds of text that tables of users have, made once: a table may have a million rows.
enum ImportedText {
    static let email = Schema.email
    static let uuid = Schema.uuid
    static let short = Schema.trimmedText(1...255)
    static let long = Schema.trimmedText(1...10_000)
    /// What is a password is not trimmed.
    static let password = Schema.text(1...1_024)
    static let hash = Schema.trimmedText(1...1_024)
}
