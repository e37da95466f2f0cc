import JSON

/// A body with the members that sign-ins have.
struct Credentials {
    let email: String
    let password: String

    static let schema: Schema<Credentials> = .object(
        named: "Credentials", Credentials.init,
        Field("email", \.email, .text(1...320), "Anything"),
        Field("password", \.password, .text(1...1_024), "Anything"))
}
