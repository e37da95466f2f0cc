import HTTP
import JSON

extension Route {
    /// The route as an Operation Object.
    func operation(_ examples: Examples, _ refusals: ProblemExamples) -> JSON {
        var members: [JSON.Member] = [
            .init("operationId", .string(operationID)),
            .init("summary", .string(summary)),
            .init("tags", [.string(area.name)]),
        ]
        if !description.isEmpty { members.append(.init("description", .string(description))) }
        if let security { members.append(.init("security", security)) }
        members.append(.init("x-access", .string(access.text)))
        let parameters =
            documents.path.map { $0.json(in: "path", examples) }
            + documents.query.map { $0.json(in: "query", examples) }
            + (documents.fields + conditions).map { $0.json(in: "header", examples) }
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let takes = documents.takes {
            members.append(.init("requestBody", takes.json(examples)))
        }
        members.append(.init("responses", .object(responses(examples, refusals))))
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

    /// Every answer by its status. The errors that any route may meet are the `default`.
    private func responses(
        _ examples: Examples, _ refusals: ProblemExamples
    ) -> [JSON.Member] {
        let problems = problems + commonProblems
        let codes = Set(documents.gives.cases.map(\.status.code) + problems.map(\.status.code))
        let responses = codes.union(isConditional ? [304] : []).sorted().map { code in
            if code == 304 { return JSON.Member("304", notModified) }
            let given = documents.gives.cases.first { $0.status.code == code }
            let these = problems.filter { $0.status.code == code }
            return JSON.Member(String(code), response(code, given, these, examples, refusals))
        }
        return responses + [.init("default", ["$ref": "#/components/responses/Problem"])]
    }

    /// What may come under one status: an answer, problems, or both, as a page and a problem document.
    private func response(
        _ code: Int, _ given: GivingDocument.Case?, _ problems: [Problem], _ examples: Examples,
        _ refusals: ProblemExamples
    ) -> JSON {
        let gives = documents.gives
        let lines = problems.map { "`\($0.code)`: \($0.title)" }
        let about = (given.map { [$0.about] } ?? []) + lines
        var members: [JSON.Member] = [
            .init("description", .string(about.joined(separator: "\n\n")))
        ]
        let fields = (given == nil ? [] : gives.fields) + fields(of: code)
        if !fields.isEmpty {
            members.append(.init("headers", .object(fields.map(\.json))))
        }
        var content = given == nil ? [] : gives.mediaTypes.map { gives.content(of: $0, examples) }
        if !problems.isEmpty { content.append(refusals.content(problems)) }
        if !content.isEmpty { members.append(.init("content", .object(content))) }
        return .object(members)
    }

    /// What a route refuses because of what its declaration asks for.
    package var commonProblems: [Problem] {
        var problems = documents.refusals
        if !documents.path.isEmpty { problems.append(.notFound) }
        if !documents.query.isEmpty { problems.append(.badQuery) }
        if documents.takes != nil {
            problems += [.malformedJSON, .bodyTooLarge(Limits.jsonBody), .unsupportedMediaType]
            if documents.takesForm { problems.append(.malformedForm) }
        }
        if documents.takes != nil || !documents.query.isEmpty { problems.append(.invalidRequest) }
        if limit != .none { problems.append(.rateLimited) }
        let known = Set(self.problems.map(\.code))
        return problems.filter { !known.contains($0.code) }
    }
}

extension RouteDocuments {
    fileprivate var takesForm: Bool { takes?.mediaTypes.contains(MediaType.form) ?? false }
}

extension GivingDocument {
    fileprivate func content(of type: String, _ examples: Examples) -> JSON.Member {
        let schema = schema(of: type)
        var members: [JSON.Member] = [.init("schema", schema)]
        if type == "application/json", let example = examples.value(of: schema) {
            members.append(.init("example", example))
        }
        return JSON.Member(type, .object(members))
    }
}

extension ParameterDocument {
    func json(in place: String, _ examples: Examples? = nil) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(name)), .init("in", .string(place)),
            .init("description", .string(about)), .init("required", .bool(isRequired)),
            .init("schema", schema.usage),
        ]
        if let example = examples?.value(of: schema.usage, named: name, in: "?") {
            members.append(.init("example", example))
        }
        return .object(members)
    }
}

extension FieldDocument {
    var json: JSON.Member {
        var members: [JSON.Member] = [.init("description", .string(about))]
        if isRequired { members.append(.init("required", true)) }
        members.append(.init("schema", schema.usage))
        return JSON.Member(name, .object(members))
    }
}

extension ContentDocument {
    fileprivate func json(_ examples: Examples) -> JSON {
        let usage = schema.usage
        var members: [JSON.Member] = [.init("schema", usage)]
        if let example = examples.value(of: usage) { members.append(.init("example", example)) }
        return [
            "required": .bool(isRequired),
            "content": .object(mediaTypes.map { .init($0, .object(members)) }),
        ]
    }
}

extension String {
    /// `reset-password` as `ResetPassword`, `openapi.json` as `OpenapiJson`.
    var asName: String {
        split { !$0.isLetter && !$0.isNumber }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
