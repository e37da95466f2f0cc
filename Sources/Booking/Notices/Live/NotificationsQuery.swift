import Web

/// Which notices are asked for.
struct NotificationsQuery: Sendable {
    let page: Page
    let which: HostNotices.Which

    static let parameters = Parameters.of(
        { number, limit, isEnveloped, unread in
            NotificationsQuery(
                page: Page(number: number, limit: limit, isEnveloped: isEnveloped),
                which: unread.map { $0 ? .unread : .read } ?? .all)
        },
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter,
        Parameter(
            "unread", optional: .boolean,
            "Only those that are not marked as read, or only the others."))
}
