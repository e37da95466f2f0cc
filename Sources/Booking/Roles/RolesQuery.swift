import HTTP
import JSON
import Web

/// Which roles are asked for.
struct RolesQuery: Sendable {
    let status: Role.Status?
    let page: Page

    init(status: Role.Status?, page: Int, limit: Int, isEnveloped: Bool) {
        self.status = status
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped)
    }

    static let parameters = Parameters.of(
        RolesQuery.init,
        Parameter(
            "status", optional: .oneOf(Role.Status.allCases), "Only roles with this status."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter)
}
