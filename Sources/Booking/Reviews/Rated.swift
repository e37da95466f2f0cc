import SQLite

/// Something that has ratings, by its id.
struct Rated: Sendable {
    enum Kind: String, CaseIterable, Sendable, Bindable {
        case `class`
        case session
        case event
        case service
        /// Who leads sessions, by their account.
        case facilitator

        /// What can be booked itself.
        static let booked: [Kind] = [.class, .session, .event, .service]
    }

    let kind: Kind
    let id: String

    init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}
