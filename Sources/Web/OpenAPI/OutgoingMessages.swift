import JSON

/// What the document says of all messages together: how they come, and how they are answered.
package struct OutgoingMessages: Sendable {
    package let messages: [OutgoingMessage]
    /// The area that they stand in.
    let area: Area
    let fields: [ParameterDocument]
    /// By status, such as `2XX`.
    let answers: [(status: String, about: String)]

    package init(
        _ messages: [OutgoingMessage], in area: Area, fields: [(name: String, about: String)],
        answers: [(status: String, about: String)]
    ) {
        self.messages = messages
        self.area = area
        self.fields = fields.map {
            ParameterDocument(
                name: $0.name, about: $0.about, schema: Answer<String>.text.document,
                isRequired: true)
        }
        self.answers = answers
    }
}

extension OutgoingMessages {
    /// Those of a server that tells nobody.
    package static var none: OutgoingMessages {
        OutgoingMessages([], in: Area("", ""), fields: [], answers: [])
    }

    func items(_ examples: Examples) -> [JSON.Member] {
        messages.map { JSON.Member($0.kind, ["post": operation(of: $0, examples)]) }
    }

    private func operation(of message: OutgoingMessage, _ examples: Examples) -> JSON {
        let schema = schema(of: message)
        var content: [JSON.Member] = [.init("schema", schema)]
        if let example = examples.value(of: schema) { content.append(.init("example", example)) }
        return [
            "operationId": .string("on" + message.kind.asName),
            "summary": .string(message.summary),
            "tags": [.string(area.name)],
            "parameters": .array(fields.map { $0.json(in: "header") }),
            "requestBody": [
                "required": true, "content": ["application/json": .object(content)],
            ],
            "responses": .object(
                answers.map { .init($0.status, ["description": .string($0.about)]) }),
        ]
    }

    private func schema(of message: OutgoingMessage) -> JSON {
        [
            "type": "object",
            "properties": [
                "type": ["type": "string", "const": .string(message.kind)],
                "timestamp": [
                    "type": "string", "format": "date-time", "description": "When it happened.",
                ],
                "data": message.data.usage,
            ],
            "required": ["type", "timestamp", "data"],
        ]
    }
}
