import Web

/// Which part is asked for of the sessions that somebody leads: all of these, whatever became of them.
struct OwnSessionsQuery: Sendable {
    let page: Page

    init(page: Int, limit: Int, isEnveloped: Bool, after: Cursor?) {
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped, after: after)
    }

    static let parameters = Parameters.of(
        OwnSessionsQuery.init, Page.numberParameter, Page.limitParameter(),
        Page.envelopeParameter, Page.afterParameter)

    func search(of host: String) -> OccasionSearch {
        var search = OccasionSearch(.session, page)
        search.host = host
        search.status = nil
        return search
    }
}
