import HTTP
import JSON

/// Which part of a list is asked for, and how it is to be written.
package struct Page: Sendable {
    /// From 1.
    package let number: Int
    package let limit: Int
    package let isEnveloped: Bool

    /// Pages beyond are as empty as any other behind the end, and the numbers stay small.
    private static let lastNumber = 1_000_000_000

    package init(number: Int, limit: Int, isEnveloped: Bool) {
        self.number = number
        self.limit = limit
        self.isEnveloped = isEnveloped
    }

    /// How many elements come before it.
    package var offset: Int { (number - 1) * limit }

    /// What every list takes that takes nothing else.
    package static func parameters(limit: Int = 20) -> Parameters<Page> {
        Parameters.of(
            Page.init, numberParameter, limitParameter(default: limit), envelopeParameter)
    }

    package static var numberParameter: Parameter<Int> {
        Parameter("page", .integer(1...lastNumber), default: 1, "Which page, from 1.")
    }

    package static func limitParameter(default limit: Int = 20) -> Parameter<Int> {
        Parameter("limit", .integer(1...100), default: limit, "How many elements on a page.")
    }

    package static var envelopeParameter: Parameter<Bool> {
        Parameter(
            "envelope", .boolean, default: false,
            "Answers `{items,total,page,limit,total_pages}` instead of an array.")
    }

    /// The page with its elements, and links to the others: the same request with another page.
    package func listing<Element>(
        _ items: [Element], of total: Int, for request: Request
    ) -> Listing<Element> {
        Listing(
            items, of: total, page: number, limit: limit, links: links(total, request.target),
            form: isEnveloped ? .envelope : .array)
    }

    private func links(_ total: Int, _ target: Target) -> [Link] {
        let last = max(1, (total + limit - 1) / limit)
        let start = Page.start(of: target)
        var links: [Link] = []
        links.reserveCapacity(4)
        links.append(Link(.first, start + "1"))
        if number > 1 { links.append(Link(.prev, start + String(min(number - 1, last)))) }
        if number < last { links.append(Link(.next, start + String(number + 1))) }
        links.append(Link(.last, start + String(last)))
        return links
    }

    /// The target as it was asked for, its page taken out, up to the number of another.
    private static func start(of target: Target) -> String {
        var start = Array(target.path)
        start.append(UInt8(ascii: "?"))
        for other in (target.query ?? []).split(separator: UInt8(ascii: "&"))
        where !other.starts(with: "page=".utf8) {
            start += other
            start.append(UInt8(ascii: "&"))
        }
        start += "page=".utf8
        return String(decoding: start, as: UTF8.self)
    }
}
