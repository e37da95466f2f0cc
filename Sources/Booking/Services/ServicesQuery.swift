import JSON
import Web

/// Which services are looked for.
struct ServicesQuery: Sendable {
    let text: String?
    let priceMin: Int?
    let priceMax: Int?
    let isActive: Bool
    let page: Page

    init(
        text: String?, priceMin: Int?, priceMax: Int?, isActive: Bool, page: Int, limit: Int,
        isEnveloped: Bool
    ) {
        self.text = text
        self.priceMin = priceMin
        self.priceMax = priceMax
        self.isActive = isActive
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped)
    }

    static let parameters = Parameters.of(
        ServicesQuery.init,
        Parameter("q", optional: .text(0...200), "Words in titles and descriptions."),
        Parameter("price_min", optional: .price, "The lowest price."),
        Parameter("price_max", optional: .price, "The highest price."),
        Parameter(
            "active", .boolean, default: true,
            "False for those that can't be booked: only for who may change services."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter)
}
