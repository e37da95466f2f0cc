import HTTP
import JSON

/// Everything that a route takes: from its path, its query and its body.
package struct Inputs<Path: Sendable, Query: Sendable, Body: Sendable>: Sendable {
    package let path: Parameters<Path>
    package let query: Parameters<Query>
    package let content: Content<Body>
    /// Header fields that mean something to this route alone.
    var fields: [ParameterDocument] = []

    package func query<Other>(_ query: Parameters<Other>) -> Inputs<Path, Other, Body> {
        Inputs<Path, Other, Body>(
            path: path, query: query, content: content, fields: fields)
    }

    package func content<Other>(_ content: Content<Other>) -> Inputs<Path, Query, Other> {
        Inputs<Path, Query, Other>(
            path: path, query: query, content: content, fields: fields)
    }

    package func json<Other>(
        _ schema: Schema<Other>, upTo limit: Int = Limits.jsonBody
    ) -> Inputs<Path, Query, Other> {
        content(.json(schema, upTo: limit))
    }
}
