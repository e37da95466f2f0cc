import JSON

/// What somebody brings who wants to sign in with Google: the ID token, and what D's clients say beside
/// it.
struct GoogleCredential: Sendable {
    let credential: String?
    let idToken: String?
    let googleID: String?
    let email: String?
    let name: String?

    static let schema: Schema<GoogleCredential> = .object(
        named: "GoogleCredential", GoogleCredential.init,
        Field("credential", \.credential, optional: .text(1...8_192), "Google's ID token."),
        Field("id_token", \.idToken, optional: .text(1...8_192), "The same as `credential`."),
        Field(
            "google_id", \.googleID, optional: .text(0...255),
            "May come along; must be the token's `sub`."),
        Field(
            "email", \.email, optional: .text(0...320), "May come along; must be the token's own."),
        Field("name", \.name, optional: .text(0...1_000), "May come along; the token's counts."))

    /// Whether what came along is what the token says.
    func agrees(with identity: GoogleIdentity) -> Bool {
        let sameSubject = googleID.map { $0 == identity.subject } ?? true
        let sameEmail = email.map { Profile.key($0) == Profile.key(identity.email) } ?? true
        return sameSubject && sameEmail
    }
}
