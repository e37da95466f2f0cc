import HTTP
import JSON

/// The OpenAPI 3.1 document of a route table: made from the declarations that run, and nothing else.
package struct OpenAPIDocument {
    private let api: APIDescription
    private let routes: [Route]
    private let messages: OutgoingMessages
    private let words: [String: JSON]

    /// `words` are what examples are made of.
    package init(
        _ api: APIDescription, _ routes: [Route], messages: OutgoingMessages = .none,
        words: [String: JSON] = [:]
    ) {
        self.api = api
        self.routes = routes
        self.messages = messages
        self.words = words
    }

    package var json: JSON {
        let schemas = schemas
        let examples = Examples(words, components: .object(schemas.definitions))
        let problems = ProblemExamples(routes)
        var members: [JSON.Member] = [
            .init("openapi", "3.1.0"),
            .init("info", info),
            .init("servers", [["url": .string(api.publicURL.isEmpty ? "/" : api.publicURL)]]),
            .init("tags", .array(areas.map(\.tag))),
            .init("paths", .object(paths(examples, problems))),
        ]
        if !messages.messages.isEmpty {
            members.append(.init("webhooks", .object(messages.items(examples))))
        }
        members.append(.init("components", components(schemas, problems)))
        return .object(members)
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

    private func paths(_ examples: Examples, _ problems: ProblemExamples) -> [JSON.Member] {
        var paths: [JSON.Member] = []
        for route in routes {
            let operation = JSON.Member(
                route.method.rawValue.lowercased(), route.operation(examples, problems))
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

    private var schemas: Components {
        var schemas = Components()
        schemas.add(OccurredProblem.answer.document)
        for route in routes { route.addSchemas(to: &schemas) }
        for message in messages.messages { schemas.add(message.data) }
        return schemas
    }

    private func components(_ schemas: Components, _ problems: ProblemExamples) -> JSON {
        let problem: JSON = [
            "description": "Something went wrong; `code` says what.",
            "content": ["application/problem+json": ["schema": ProblemExamples.schema]],
        ]
        return [
            "schemas": .object(schemas.definitions),
            "responses": ["Problem": problem],
            "examples": .object(problems.definitions),
            "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
        ]
    }

    /// Names that two schemas claim; a test holds it to be empty.
    package var conflicts: [String] { schemas.conflicts }
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
