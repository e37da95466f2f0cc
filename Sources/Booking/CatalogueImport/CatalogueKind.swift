/// What a studio offers, as tables of it are brought over from other systems.
package enum CatalogueKind: String, CaseIterable, Sendable {
    case classes
    case services
    case sessions
    case events

    /// What one of them is called, in the ids that are made for them.
    var noun: String {
        switch self {
        case .classes: "class"
        case .services: "service"
        case .sessions: "session"
        case .events: "event"
        }
    }

    /// Nil for services, which take place by appointment.
    var occasion: OccasionKind? {
        switch self {
        case .classes: .class
        case .sessions: .session
        case .events: .event
        case .services: nil
        }
    }

    /// The columns that mean something in a table of these.
    var columns: Set<CatalogueColumn> {
        switch self {
        case .classes:
            CatalogueColumn.ofOccasions.union([.date, .time, .location, .duration])
        case .sessions:
            CatalogueColumn.ofOccasions.union([.price, .category, .location, .duration])
        case .events:
            CatalogueColumn.ofOccasions.subtracting([.host, .hostID])
                .union([.price, .location, .available])
        case .services:
            [
                .id, .title, .description, .price, .status, .isActive, .duration, .buffer, .lead,
                .step, .hours,
            ]
        }
    }
}

extension CatalogueColumn {
    fileprivate static let ofOccasions: Set<CatalogueColumn> = [
        .id, .title, .description, .host, .hostID, .start, .end, .timezone, .capacity, .status,
    ]
}
