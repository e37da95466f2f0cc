/// What a route takes and gives, as the documents show it.
package struct RouteDocuments: Sendable {
    let path: [ParameterDocument]
    let query: [ParameterDocument]
    /// Header fields that mean something to this route alone.
    let fields: [ParameterDocument]
    let takes: ContentDocument?
    let gives: GivingDocument
    /// How whoever may not call is refused.
    let refusals: [Problem]

    package init<Path, Query, Body, Output>(
        _ inputs: Inputs<Path, Query, Body>, _ giving: Giving<Output>, refusals: [Problem] = []
    ) {
        path = inputs.path.documents
        query = inputs.query.documents
        fields = inputs.fields
        takes = inputs.content.document
        gives = giving.document
        self.refusals = refusals
    }
}
