import HTTP
import JSON

extension Giving {
    /// 200 with a part of a list: an array, or an envelope around it where the caller asked for one.
    package static func list<Element>(
        of element: Answer<Element>, about: String
    ) -> Giving where Value == Listing<Element> {
        let array = Answer<[Element]>.array(of: element)
        let envelope = Answer<Listing<Element>>.envelope(around: array)
        let document = GivingDocument(
            cases: [GivingDocument.Case(status: .ok, about: about)],
            mediaType: "application/json", schema: array.document, fields: FieldDocument.ofLists)
        return Giving(document: document) { listing in
            var fields = ResponseFields.json
            fields.append(.totalCount, String(listing.total))
            if !listing.links.isEmpty {
                fields.append(.link, Link.list(listing.links))
            }
            let body =
                switch listing.form {
                case .array: array.bytes(of: listing.items, reserving: 16_384)
                case .envelope: envelope.bytes(of: listing, reserving: 16_384)
                }
            return Response(.ok, fields, body: .bytes(body))
        }
    }
}

extension Answer {
    fileprivate static func envelope<Element>(around items: Answer<[Element]>) -> Answer
    where Value == Listing<Element> {
        .object(
            nil,
            [
                .init("items", items) { $0.items },
                .init("total", .integer) { $0.total },
                .init("page", .integer) { $0.page },
                .init("limit", .integer) { $0.limit },
                .init("total_pages", .integer) { $0.totalPages },
            ])
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
