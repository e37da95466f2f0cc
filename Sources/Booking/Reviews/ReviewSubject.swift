import JSON

/// What a review is of.
struct ReviewSubject: Equatable, Sendable {
    let kind: BookingKind
    /// The occasion or the service; nil for time of the house itself.
    let item: String?
    /// Who led it.
    let host: String?

    /// Everything whose ratings it counts among: what was booked, and of a session who led it.
    var rated: [Rated] {
        [item.flatMap(itself), kind == .session ? host.map { Rated(.facilitator, $0) } : nil]
            .compactMap(\.self)
    }

    private func itself(_ id: String) -> Rated? {
        switch kind {
        case .class: Rated(.class, id)
        case .session: Rated(.session, id)
        case .event: Rated(.event, id)
        case .service: Rated(.service, id)
        case .slot: nil
        }
    }
}

extension ReviewSubject {
    /// Wider than what requests may bring: it has to read what was recorded once, for ever.
    static let schema: Schema<ReviewSubject> = .object(
        ReviewSubject.init,
        Field("kind", \.kind, .oneOf(BookingKind.allCases), "What sort of thing was booked."),
        Field("item", \.item, optional: .text(1...100), "What was booked."),
        Field("host", \.host, optional: .text(1...100), "Who led it."))
}
