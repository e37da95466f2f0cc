import HTTP
import JSON

/// The OpenAPI 3.1 document of a route table: made from the declarations that run, and nothing else.
package struct OpenAPIDocument {
    private let api: APIDescription
    private let routes: [Route]

    package init(_ api: APIDescription, _ routes: [Route]) {
        self.api = api
        self.routes = routes
    }

    package var json: JSON {
        .object([
            .init("openapi", "3.1.0"),
            .init("info", info),
            .init("servers", [["url": .string(api.publicURL.isEmpty ? "/" : api.publicURL)]]),
            .init("tags", .array(areas.map(\.tag))),
            .init("paths", .object(paths)),
            .init("components", components),
        ])
    }

    private var info: JSON {
        [
            "title": .string(api.title), "version": .string(api.version),
            "description": .string(api.about),
            "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
        ]
    }

    /// The areas in the order of their first route.
    private var areas: [Area] {
        var areas: [Area] = []
        for route in routes where !areas.contains(route.area) { areas.append(route.area) }
        return areas
    }

    private var paths: [JSON.Member] {
        var paths: [JSON.Member] = []
        for route in routes {
            let operation = JSON.Member(route.method.rawValue.lowercased(), route.operation)
            if let place = paths.firstIndex(where: { $0.name == route.template }),
                case .object(let operations) = paths[place].value
            {
                paths[place].value = .object(operations + [operation])
            } else {
                paths.append(JSON.Member(route.template, .object([operation])))
            }
        }
        return paths
    }

    private var components: JSON {
        var schemas = Components()
        schemas.add(OccurredProblem.answer.document)
        for route in routes { route.addSchemas(to: &schemas) }
        let problem: JSON = [
            "description": "Something went wrong; `code` says what.",
            "content": OccurredProblem.content([]),
        ]
        return [
            "schemas": .object(schemas.definitions),
            "responses": ["Problem": problem],
            "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
        ]
    }

    /// Names that two schemas claim; a test holds it to be empty.
    package var conflicts: [String] {
        var schemas = Components()
        for route in routes { route.addSchemas(to: &schemas) }
        return schemas.conflicts
    }
}

extension Area {
    fileprivate var tag: JSON {
        ["name": .string(name), "description": .string(about)]
    }
}

extension Route {
    fileprivate func addSchemas(to components: inout Components) {
        for parameter in documents.path + documents.query + documents.fields {
            components.add(parameter.schema)
        }
        if let takes = documents.takes { components.add(takes.schema) }
        if let gives = documents.gives.schema { components.add(gives) }
    }
}
