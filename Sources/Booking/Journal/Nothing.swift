import JSON

/// An entry's payload where the fact says it all.
struct Nothing: Equatable, Sendable {
    static let schema: Schema<Nothing> = .object(Nothing.init)
}
