import HTTP
import JSON

/// The body that a route takes.
package struct Content<Value: Sendable>: Sendable {
    /// The body's media type and schema; nil for a route that takes none.
    let document: ContentDocument?
    /// How many bytes of it are read at most; nil where none are.
    let limit: Int?
    /// Throws where the body need not be read to refuse the request.
    let check: @Sendable (Request) throws -> Void
    /// Makes the value of the whole body, or nil after adding faults. It doesn't wait for anything: only the
    /// route does, and not in code that is open in its types, whose waiting takes memory for each of them.
    let decode: @Sendable ([UInt8], Request, inout Faults) throws -> Value?

    init(
        document: ContentDocument?, limit: Int?,
        check: @escaping @Sendable (Request) throws -> Void = { _ in },
        decode: @escaping @Sendable ([UInt8], Request, inout Faults) throws -> Value?
    ) {
        self.document = document
        self.limit = limit
        self.check = check
        self.decode = decode
    }
}

extension Content where Value == Void {
    /// No body; one that comes anyway is not read.
    package static var none: Content {
        Content(document: nil, limit: nil) { _, _, _ in () }
    }
}

extension Content {
    /// A JSON object of so many bytes at most.
    package static func json(
        _ schema: Schema<Value>, upTo limit: Int = Limits.jsonBody
    ) -> Content {
        let document = ContentDocument(schema: schema.document, isRequired: true)
        return Content(document: document, limit: limit) { body, request, faults in
            try checkType(request)
            return schema.read(try parse(body), &faults)
        }
    }

    /// A JSON object, or nothing at all, which means `absent`.
    package static func optionalJSON(_ schema: Schema<Value>, absent: Value) -> Content {
        let document = ContentDocument(schema: schema.document, isRequired: false)
        return Content(document: document, limit: Limits.jsonBody) { body, request, faults in
            guard !body.isEmpty else { return absent }
            try checkType(request)
            return schema.read(try parse(body), &faults)
        }
    }

    /// The fields of a form, or a JSON object with the same members: OAuth asks for the one (RFC 6749
    /// section 4.3.2), everybody else sends the other.
    package static func formOrJSON(
        _ schema: Schema<Value>, upTo limit: Int = Limits.jsonBody
    ) -> Content {
        var document = ContentDocument(schema: schema.document, isRequired: true)
        document.mediaTypes.insert(MediaType.form, at: 0)
        return Content(document: document, limit: limit) { body, request, faults in
            let type = request.fields.bytes(of: .contentType)
            if MediaType.isForm(type) { return schema.read(try members(of: body), &faults) }
            guard MediaType.isJSON(type) else { throw Problem.unsupportedForm }
            return schema.read(try parse(body), &faults)
        }
    }

    private static func members(of form: [UInt8]) throws(Problem) -> JSON {
        guard let form = HTTP.Query(form[...]) else { throw .malformedForm }
        let names = form.pairs.map(\.name)
        guard Set(names.map { Array($0.utf8) }).count == names.count else {
            throw .malformedForm.saying("The form has a field twice.")
        }
        return .object(form.pairs.map { JSON.Member($0.name, .string($0.value)) })
    }

    private static func parse(_ body: [UInt8]) throws(Problem) -> JSON {
        do throws(MalformedJSON) {
            return try JSON.parse(body)
        } catch {
            throw .malformedJSON.saying("The body is not valid JSON: \(error)")
        }
    }

    private static func checkType(_ request: Request) throws(Problem) {
        guard MediaType.isJSON(request.fields.bytes(of: .contentType)) else {
            throw .unsupportedMediaType
        }
    }
}

extension Problem {
    package static var malformedJSON: Problem {
        Problem(.badRequest, "malformed_json", "The body is not valid JSON.")
    }

    static var malformedForm: Problem {
        Problem(
            .badRequest, "malformed_form",
            "The form has a broken escape, a NUL or text that is not UTF-8.")
    }

    /// The same refusal where a form is taken, too.
    static var unsupportedForm: Problem {
        unsupportedMediaType.saying(
            "The body must be a form or JSON, with the content type \(MediaType.form) or "
                + "application/json.")
    }

    package static var unsupportedMediaType: Problem {
        Problem(
            .unsupportedMediaType, "unsupported_media_type",
            "The body must be JSON, with the content type application/json.")
    }
}
