import HTTP
import JSON

extension Giving {
    /// 200 with a part of a list: an array, or an envelope around it where the caller asked for one. There
    /// the elements may stand under a second name too.
    package static func list<Element>(
        of element: Answer<Element>, about: String, alsoAs name: String? = nil
    ) -> Giving where Value == Listing<Element> {
        let array = Answer<[Element]>.array(of: element)
        let envelope = Answer<Listing<Element>>.envelope(around: array, alsoAs: name)
        return listing(.oneOf([array.document, envelope.document]), about) { listing in
            switch listing.form {
            case .array: array.bytes(of: listing.items, reserving: 16_384)
            case .envelope: envelope.bytes(of: listing, reserving: 16_384)
            }
        }
    }

    /// 200 with a part of a list in an envelope, whatever the caller asked for.
    package static func envelope<Element>(
        of element: Answer<Element>, about: String
    ) -> Giving where Value == Listing<Element> {
        let envelope = Answer<Listing<Element>>.envelope(
            around: Answer<[Element]>.array(of: element))
        return listing(envelope.document, about) { envelope.bytes(of: $0, reserving: 16_384) }
    }

    private static func listing<Element>(
        _ schema: SchemaDocument, _ about: String,
        _ bytes: @escaping @Sendable (Listing<Element>) -> [UInt8]
    ) -> Giving where Value == Listing<Element> {
        let document = GivingDocument(
            cases: [GivingDocument.Case(status: .ok, about: about)],
            mediaTypes: ["application/json"], schema: schema, fields: FieldDocument.ofLists)
        return Giving(document: document, keeping: \.isRight) { listing in
            var fields = ResponseFields.json
            fields.append(.totalCount, String(listing.total))
            if !listing.links.isEmpty {
                fields.append(.link, Link.list(listing.links))
            }
            return Response(.ok, fields, body: .bytes(bytes(listing)))
        }
    }
}

extension Answer {
    fileprivate static func envelope<Element>(
        around items: Answer<[Element]>, alsoAs name: String? = nil
    ) -> Answer where Value == Listing<Element> {
        let members: [AnswerMember<Listing<Element>>] = [
            .init("items", items) { $0.items },
            .init("total", .integer) { $0.total },
            .init("page", .integer) { $0.page },
            .init("limit", .integer) { $0.limit },
            .init("total_pages", .integer) { $0.totalPages },
        ]
        guard let name else { return .object(nil, members) }
        return .object(nil, members + [.init(name, items) { $0.items }])
    }
}

extension FieldDocument {
    fileprivate static let ofLists = [
        FieldDocument(
            name: FieldName.totalCount.text, about: "How many elements the whole list has.",
            schema: Answer<Int>.integer.document),
        FieldDocument(
            name: FieldName.link.text, about: "Where other parts of the list are (RFC 8288).",
            schema: Answer<String>.text.document),
    ]
}

extension FieldName {
    fileprivate static var totalCount: FieldName { "X-Total-Count" }
}
