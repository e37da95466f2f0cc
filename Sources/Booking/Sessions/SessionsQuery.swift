import JSON
import Time
import Web

/// Which sessions are looked for.
struct SessionsQuery: Sendable {
    let page: Page
    private let kind: SessionKind?
    private let from: Instant?
    private let to: Instant?
    private let text: String?

    init(
        kind: SessionKind?, from: Instant?, to: Instant?, text: String?, page: Int, limit: Int,
        isEnveloped: Bool, after: Cursor?
    ) {
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped, after: after)
        self.kind = kind
        self.from = from
        self.to = to
        self.text = text
    }

    static let parameters = Parameters.of(
        SessionsQuery.init,
        Parameter("type", optional: .oneOf(SessionKind.allCases), "Only of this sort."),
        Parameter.from, Parameter.to,
        Parameter("q", optional: .text(0...200), "Beginnings of words in titles and texts."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter, Page.afterParameter)

    func search(at now: Instant) -> OccasionSearch {
        var search = OccasionSearch(.session, page)
        search.limit(from: from, to: to, now: now)
        search.text = SearchText(text)
        search.category = kind?.rawValue
        return search
    }
}
