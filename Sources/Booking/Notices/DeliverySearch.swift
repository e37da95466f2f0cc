import Web

/// Which deliveries are asked for.
package struct DeliverySearch: Sendable {
    let state: DeliveryState?
    let channel: String?
    let lane: String?
    let bookingID: String?
    let page: Page

    package init(
        state: DeliveryState?, channel: String?, lane: String? = nil, bookingID: String?,
        page: Page
    ) {
        self.state = state
        self.channel = channel
        self.lane = lane
        self.bookingID = bookingID
        self.page = page
    }

    static let parameters = Parameters.of(
        { state, channel, booking, page, limit, isEnveloped in
            DeliverySearch(
                state: state, channel: channel, bookingID: booking,
                page: Page(number: page, limit: limit, isEnveloped: isEnveloped))
        },
        Parameter(
            "state", optional: .oneOf(DeliveryState.allCases), "Only those that have come so far."),
        Parameter(
            "channel", optional: .text(1...64), "Only those of a channel, such as `webhook`."),
        Parameter("booking_id", optional: .uuid, "Only those that tell of this booking."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter)
}
