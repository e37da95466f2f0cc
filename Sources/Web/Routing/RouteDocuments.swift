/// What a route takes and gives, as the documents show it.
struct RouteDocuments: Sendable {
    let path: [ParameterDocument]
    let query: [ParameterDocument]
    let takes: ContentDocument?
    let gives: GivingDocument
}
