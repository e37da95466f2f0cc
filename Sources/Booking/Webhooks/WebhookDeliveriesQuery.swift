import HTTP
import JSON
import Web

/// Which deliveries of a webhook are asked for.
struct WebhookDeliveriesQuery: Sendable {
    let state: DeliveryState?
    let page: Page

    init(state: DeliveryState?, page: Int, limit: Int, isEnveloped: Bool) {
        self.state = state
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped)
    }

    static let parameters = Parameters.of(
        WebhookDeliveriesQuery.init,
        Parameter(
            "state", optional: .oneOf(DeliveryState.allCases), "Only those that have come so far."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter)

    func search(of lane: String) -> DeliverySearch {
        DeliverySearch(state: state, channel: nil, lane: lane, bookingID: nil, page: page)
    }
}
