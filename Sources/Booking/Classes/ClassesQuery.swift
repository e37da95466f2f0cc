import JSON
import Time
import Web

/// Which classes are looked for, and by which clocks they are shown.
struct ClassesQuery: Sendable {
    let page: Page
    let timezone: String?
    private let from: Instant?
    private let to: Instant?
    private let text: String?
    private let instructor: String?
    private let isAvailable: Bool?
    private let status: Occasion.Status

    init(
        page: Int, limit: Int, after: Cursor?, timezone: String?, from: Instant?, to: Instant?,
        text: String?, instructor: String?, isAvailable: Bool?, status: Occasion.Status
    ) {
        self.page = Page(number: page, limit: limit, isEnveloped: true, after: after)
        self.timezone = timezone
        self.from = from
        self.to = to
        self.text = text
        self.instructor = instructor
        self.isAvailable = isAvailable
        self.status = status
    }

    static let parameters = Parameters.of(
        ClassesQuery.init,
        Page.numberParameter, Page.limitParameter(default: 10), Page.afterParameter,
        Parameter(
            "timezone", optional: .zoneName,
            "Where the clocks hang that `date` and `time` are read from; else those of each class."),
        Parameter.from, Parameter.to,
        Parameter("q", optional: .text(0...200), "Beginnings of words in names and texts."),
        Parameter("instructor_id", optional: .uuid, "Only what this account leads."),
        Parameter("available", optional: .boolean, "Only with free places, or only without."),
        Parameter(
            "status", .oneOf(Occasion.Status.allCases), default: .active,
            "Those that take place, or those that were cancelled."))

    func search(at now: Instant) -> OccasionSearch {
        var search = OccasionSearch(.class, page)
        search.limit(from: from, to: to, now: now)
        search.status = status
        search.text = SearchText(text)
        search.host = instructor
        search.isAvailable = isAvailable
        return search
    }
}
