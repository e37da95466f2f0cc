import HTTP
import JSON

/// How a declaration says what its route takes:
/// `takes: Takes.path(id).query(page).json(NewBooking.schema)`.
package enum Takes {
    package static var nothing: Inputs<Void, Void, Void> {
        Inputs(path: .none, query: .none, content: .none)
    }

    package static func path<Path>(_ path: Parameters<Path>) -> Inputs<Path, Void, Void> {
        Inputs(path: path, query: .none, content: .none)
    }

    package static func query<Query>(_ query: Parameters<Query>) -> Inputs<Void, Query, Void> {
        nothing.query(query)
    }

    package static func json<Body>(
        _ schema: Schema<Body>, upTo limit: Int = Limits.jsonBody
    ) -> Inputs<Void, Void, Body> {
        nothing.json(schema, upTo: limit)
    }
}
