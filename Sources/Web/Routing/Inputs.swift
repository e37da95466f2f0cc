import JSON

/// Everything that a route takes: from its path, its query and its body.
package struct Inputs<Path: Sendable, Query: Sendable, Body: Sendable>: Sendable {
    let path: Parameters<Path>
    let query: Parameters<Query>
    let content: Content<Body>

    package func query<Other>(_ query: Parameters<Other>) -> Inputs<Path, Other, Body> {
        Inputs<Path, Other, Body>(path: path, query: query, content: content)
    }

    package func content<Other>(_ content: Content<Other>) -> Inputs<Path, Query, Other> {
        Inputs<Path, Query, Other>(path: path, query: query, content: content)
    }

    package func json<Other>(_ schema: Schema<Other>) -> Inputs<Path, Query, Other> {
        content(.json(schema))
    }
}
