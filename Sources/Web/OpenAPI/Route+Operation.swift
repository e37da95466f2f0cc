import HTTP
import JSON

extension Route {
    /// The route as an Operation Object.
    var operation: JSON {
        var members: [JSON.Member] = [
            .init("operationId", .string(operationID)),
            .init("summary", .string(summary)),
            .init("tags", [.string(area.name)]),
        ]
        if !description.isEmpty { members.append(.init("description", .string(description))) }
        if let security { members.append(.init("security", security)) }
        members.append(.init("x-access", .string(access.text)))
        let parameters =
            documents.path.map { $0.json(in: "path") }
            + documents.query.map { $0.json(in: "query") }
            + documents.fields.map { $0.json(in: "header") }
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let takes = documents.takes { members.append(.init("requestBody", takes.json)) }
        members.append(.init("responses", .object(goodResponses + badResponses)))
        return .object(members)
    }

    /// `getClassesById` for `GET /api/v1/classes/{id}`: made from what can't change without breaking
    /// clients anyway, so generated clients keep their names.
    package var operationID: String {
        let segments = RouteTemplate(template).segments.filter {
            $0 != .word("api") && $0 != .word("v1")
        }
        let versioned = template.hasPrefix("/api/v1/") || segments.isEmpty
        let names = segments.map { segment in
            switch segment {
            case .word(let word): word.asName
            case .parameter(let name): "By" + name.asName
            }
        }
        let root = versioned ? "" : "Root"
        return method.rawValue.lowercased() + root + (names.isEmpty ? "Index" : names.joined())
    }

    /// What the declaration says of the operation, and what whoever calls it needs: tools for reading
    /// documents show this, and not `x-access`.
    private var description: String {
        [options.description, access.sentence].compactMap(\.self).joined(separator: "\n\n")
    }

    private var security: JSON? {
        switch access {
        case .everyone: nil
        case .everyoneOrUser, .whoever: [[:], ["bearer": []]]
        case .user, .permission, .selfOrPermission, .token: [["bearer": []]]
        }
    }

    private var goodResponses: [JSON.Member] {
        documents.gives.cases.map { given in
            var members: [JSON.Member] = [.init("description", .string(given.about))]
            if !documents.gives.fields.isEmpty {
                members.append(.init("headers", .object(documents.gives.fields.map(\.json))))
            }
            let content = documents.gives.mediaTypes.map { type in
                JSON.Member(type, ["schema": documents.gives.schema(of: type)])
            }
            if !content.isEmpty { members.append(.init("content", .object(content))) }
            return JSON.Member(String(given.status.code), .object(members))
        }
    }

    /// Every refusal by its status. The errors that any route may meet are the `default`.
    private var badResponses: [JSON.Member] {
        let all = problems + commonProblems
        var codes: [Int] = []
        for problem in all where !codes.contains(problem.status.code) {
            codes.append(problem.status.code)
        }
        let given = documents.gives.cases.map(\.status.code)
        let responses = codes.sorted().filter { !given.contains($0) }.map { code in
            let these = all.filter { $0.status.code == code }
            let lines = these.map { "`\($0.code)`: \($0.title)" }
            return JSON.Member(
                String(code),
                [
                    "description": .string(lines.joined(separator: "\n\n")),
                    "content": OccurredProblem.content(these),
                ])
        }
        let other = JSON.Member("default", ["$ref": "#/components/responses/Problem"])
        return responses + [other]
    }

    /// What a route refuses because of what its declaration asks for.
    package var commonProblems: [Problem] {
        var problems = documents.refusals
        if !documents.path.isEmpty { problems.append(.notFound) }
        if !documents.query.isEmpty { problems.append(.badQuery) }
        if documents.takes != nil {
            problems += [.malformedJSON, .bodyTooLarge(Limits.jsonBody), .unsupportedMediaType]
        }
        if documents.takes != nil || !documents.query.isEmpty { problems.append(.invalidRequest) }
        if limit != .none { problems.append(.rateLimited) }
        let known = Set(self.problems.map(\.code))
        return problems.filter { !known.contains($0.code) }
    }
}

extension ParameterDocument {
    fileprivate func json(in place: String) -> JSON {
        [
            "name": .string(name), "in": .string(place), "description": .string(about),
            "required": .bool(isRequired), "schema": schema.usage,
        ]
    }
}

extension FieldDocument {
    fileprivate var json: JSON.Member {
        JSON.Member(name, ["description": .string(about), "schema": schema.usage])
    }
}

extension ContentDocument {
    fileprivate var json: JSON {
        [
            "required": .bool(isRequired),
            "content": .object(mediaTypes.map { .init($0, ["schema": schema.usage]) }),
        ]
    }
}

extension String {
    /// `reset-password` as `ResetPassword`, `openapi.json` as `OpenapiJson`.
    fileprivate var asName: String {
        split { !$0.isLetter && !$0.isNumber }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
