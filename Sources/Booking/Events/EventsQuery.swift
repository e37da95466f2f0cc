import JSON
import Time
import Web

/// Which events are looked for.
struct EventsQuery: Sendable {
    let page: Page
    private let name: String?
    private let venue: String?
    private let text: String?
    private let from: Instant?
    private let to: Instant?
    private let isAvailable: Bool?

    init(
        name: String?, venue: String?, text: String?, from: Instant?, to: Instant?,
        isAvailable: Bool?, page: Int, limit: Int, isEnveloped: Bool, after: Cursor?
    ) {
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped, after: after)
        self.name = name
        self.venue = venue
        self.text = text
        self.from = from
        self.to = to
        self.isAvailable = isAvailable
    }

    static let parameters = Parameters.of(
        EventsQuery.init,
        Parameter("name", optional: .text(0...200), "A part of the name."),
        Parameter("venue", optional: .text(0...200), "A part of the venue's name."),
        Parameter(
            "q", optional: .text(0...200), "Beginnings of words in names, venues and texts."),
        Parameter.from, Parameter.to,
        Parameter("available", optional: .boolean, "Only with free places, or only without."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter, Page.afterParameter)

    func search(at now: Instant) -> OccasionSearch {
        var search = OccasionSearch(.event, page)
        search.limit(from: from, to: to, now: now)
        search.text = SearchText(text)
        search.title = EventsQuery.part(name)
        search.location = EventsQuery.part(venue)
        search.isAvailable = isAvailable
        return search
    }

    /// An empty text is part of every other, so nothing is looked for.
    private static func part(_ text: String?) -> String? { text == "" ? nil : text }
}
