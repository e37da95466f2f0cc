import JSON
import Web

/// Which reviews of something are asked for.
struct ReviewsQuery: Sendable {
    private let lowest: Int
    private let page: Page

    init(lowest: Int, page: Int, limit: Int, isEnveloped: Bool, after: Cursor?) {
        self.lowest = lowest
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped, after: after)
    }

    /// Of what the path names.
    static let parameters = Parameters.of(
        ReviewsQuery.init, lowestParameter, Page.numberParameter, Page.limitParameter(),
        Page.envelopeParameter, Page.afterParameter)

    /// Of what the query names itself.
    static let ofItem = Parameters.of(
        { kind, id, lowest, page, limit, isEnveloped, after in
            ReviewsQuery(
                lowest: lowest, page: page, limit: limit, isEnveloped: isEnveloped, after: after
            ).search(of: Rated(kind, id))
        },
        Parameter("kind", .oneOf(Rated.Kind.booked), "What sort of thing was booked."),
        Parameter("item_id", .uuid, "The class, session, event or service."),
        lowestParameter, Page.numberParameter, Page.limitParameter(), Page.envelopeParameter,
        Page.afterParameter)

    private static let lowestParameter = Parameter(
        "rating_min", .rating, default: Review.ratings.lowerBound,
        "Only those that rate it so high or higher.")

    func search(of rated: Rated) -> ReviewSearch {
        ReviewSearch(rated: rated, lowest: lowest, page: page)
    }
}
