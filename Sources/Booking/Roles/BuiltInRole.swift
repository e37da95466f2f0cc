import Web

/// The roles that every server has: the contract's documents name them.
package enum BuiltInRole: String, CaseIterable, Sendable {
    case admin
    case client
    case instructor
    case facilitator
    case `public`

    /// The same on every server, so that neither code nor clients have to look it up.
    package var id: String {
        switch self {
        case .admin: "00000000-0000-7000-8000-000000000001"
        case .client: "00000000-0000-7000-8000-000000000002"
        case .instructor: "00000000-0000-7000-8000-000000000003"
        case .facilitator: "00000000-0000-7000-8000-000000000004"
        case .public: "00000000-0000-7000-8000-000000000005"
        }
    }

    var facts: RoleFacts {
        RoleFacts(
            name: rawValue, description: description, status: .active, permissions: permissions,
            isBuiltIn: true)
    }

    private var description: String {
        switch self {
        case .admin: "Runs the place: may do everything but book events"
        case .client: "Books classes, appointments, sessions and events"
        case .instructor: "Teaches classes"
        case .facilitator: "Leads sessions and retreats"
        case .public: "Looks around"
        }
    }

    /// What it grants until an admin decides otherwise.
    private var permissions: [Permission] {
        let ofClients: [Permission] = [
            "classes:create", "bookings:create", "events:book", "reviews:create",
        ]
        return switch self {
        case .admin: Permission.all.filter { $0 != "events:book" }
        case .client, .instructor: ofClients
        case .facilitator: ofClients + ["sessions:create"]
        case .public: []
        }
    }
}

extension Permission {
    /// Everything that a role can grant.
    package static let all: [Permission] = [
        "users:read", "users:write", "roles:write", "classes:create", "classes:manage",
        "services:write", "sessions:create", "sessions:manage", "events:write", "events:book",
        "bookings:create", "bookings:read_all", "bookings:manage", "reviews:create",
        "reviews:moderate", "webhooks:manage", "journal:read", "system:operate",
    ]
}
