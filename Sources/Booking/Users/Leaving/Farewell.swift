import JSON
import Web

/// What somebody brings who wants to leave for good.
struct Farewell: Sendable {
    let password: String?

    static let schema: Schema<Farewell> = .object(
        named: "Farewell", Farewell.init,
        Field("password", \.password, optional: .password, "The password, where there is one."))
}
