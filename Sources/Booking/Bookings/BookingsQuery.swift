import JSON
import Time
import Web

/// Which bookings are asked for, and by which clocks they are shown.
struct BookingsQuery: Sendable {
    /// What their state may be asked for as: one state, or all that are still to take place.
    enum Status: String, CaseIterable, Sendable {
        case active
        case pending
        case confirmed
        case completed
        case noShow = "no_show"
        case cancelled

        var states: [BookingState] {
            self == .active
                ? BookingState.allCases.filter(\.isLive)
                : [BookingState(rawValue: rawValue)].compactMap(\.self)
        }
    }

    let page: Page
    let timezone: String?
    private let status: Status?
    private let kind: BookingKind?
    private let from: Instant?
    private let to: Instant?
    private let isMine: Bool

    init(
        status: Status?, kind: BookingKind?, from: Instant?, to: Instant?, timezone: String?,
        isMine: Bool, page: Int, limit: Int, isEnveloped: Bool, after: Cursor?
    ) {
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped, after: after)
        self.timezone = timezone
        self.status = status
        self.kind = kind
        self.from = from
        self.to = to
        self.isMine = isMine
    }

    static let parameters = Parameters.of(
        BookingsQuery.init,
        Parameter(
            "status", optional: .oneOf(Status.allCases),
            "Only of this state; `active` are those that are still to take place."),
        Parameter("kind", optional: .oneOf(BookingKind.allCases), "Only of this kind."),
        Parameter("from", optional: .instant, "What begins then or later."),
        Parameter("to", optional: .instant, "What begins before then."),
        Parameter(
            "timezone", optional: .zoneName,
            "Where the clocks hang that `class_date` and `class_time` are read from."),
        Parameter(
            "mine", .boolean, default: false,
            "Only one's own, for who sees those of everybody."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter, Page.afterParameter)

    /// What the caller sees of it: their own, or everybody's.
    func search(for caller: Caller) -> BookingSearch {
        var search = BookingSearch(page)
        let seesAll = caller.permissions.contains("bookings:read_all")
        search.user = seesAll && !isMine ? nil : caller.id
        search.states = status?.states
        search.kind = kind
        search.from = from
        search.to = to
        return search
    }
}
