/// A part of a list: some of its elements, how many there are in all, and where the others are.
package struct Listing<Element: Sendable>: Sendable {
    /// How a list is written.
    package enum Form: Sendable {
        /// The elements alone; what else there is to say stands in header fields.
        case array
        /// An object with the elements in it: `?envelope=true`.
        case envelope
    }

    package let items: [Element]
    package let total: Int
    /// Which part this is, from 1.
    package let page: Int
    /// How many elements a part has at most.
    package let limit: Int
    package let links: [Link]
    package let form: Form
    /// Whether whoever asks for it would be told the same now, whoever it is; nil where nobody can tell, so
    /// that it is found anew each time.
    package var isRight: (@Sendable () -> Bool)?

    package init(
        _ items: [Element], of total: Int, page: Int, limit: Int, links: [Link], form: Form
    ) {
        self.items = items
        self.total = total
        self.page = page
        self.limit = limit
        self.links = links
        self.form = form
    }

    /// How many parts there are.
    var totalPages: Int { total / limit + (total % limit == 0 ? 0 : 1) }
}

extension Listing {
    /// The same part of the list, of something made from each element.
    package func map<Other: Sendable>(_ make: (Element) -> Other) -> Listing<Other> {
        Listing<Other>(
            items.map(make), of: total, page: page, limit: limit, links: links,
            form: form == .envelope ? .envelope : .array)
    }
}
