import HTTP
import JSON

/// Which part of a list is asked for, and how it is to be written.
package struct Page: Sendable {
    /// From 1.
    package let number: Int
    package let limit: Int
    package let isEnveloped: Bool
    /// Behind which element the part begins, where the client followed a link; the number is only its
    /// name then.
    package let after: Cursor?

    /// Pages beyond are as empty as any other behind the end, and the numbers stay small.
    private static let lastNumber = 1_000_000_000

    package init(number: Int, limit: Int, isEnveloped: Bool, after: Cursor? = nil) {
        self.number = number
        self.limit = limit
        self.isEnveloped = isEnveloped
        self.after = after
    }

    /// How many elements to leave out: none behind a place that is found by itself.
    package var offset: Int { after == nil ? (number - 1) * limit : 0 }

    /// Whether so few elements are left out before it that nobody notices how they are gone through.
    package var isNear: Bool { offset <= 2_000 }

    /// What every list takes that takes nothing else.
    package static func parameters(limit: Int = 20) -> Parameters<Page> {
        Parameters.of(
            { Page(number: $0, limit: $1, isEnveloped: $2) }, numberParameter,
            limitParameter(default: limit), envelopeParameter)
    }

    /// The same for a list whose parts are found by a place as well.
    package static let parametersWithPlace = Parameters.of(
        { Page(number: $0, limit: $1, isEnveloped: $2, after: $3) }, numberParameter,
        limitParameter(), envelopeParameter, afterParameter)

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

    package static var afterParameter: Parameter<Cursor?> {
        Parameter(
            "after", optional: .cursor,
            "The place in the list behind which to go on, as the link to the next page has it.")
    }

    /// The page with its elements, and links to the others: the same request with another page. Where
    /// its last element's place is told, the next page is linked by that.
    package func listing<Element>(
        _ items: [Element], of total: Int, endingAt end: Cursor? = nil, for request: Request
    ) -> Listing<Element> {
        let isLast = end == nil ? number >= lastNumber(total) : items.count < limit
        return Listing(
            items, of: total, page: number, limit: limit,
            links: links(total, isLast: isLast, end, request.target),
            form: isEnveloped ? .envelope : .array)
    }

    private func lastNumber(_ total: Int) -> Int { max(1, (total + limit - 1) / limit) }

    private func links(
        _ total: Int, isLast: Bool, _ end: Cursor?, _ target: Target
    ) -> [Link] {
        let last = lastNumber(total)
        let start = Page.start(of: target)
        var links: [Link] = []
        links.reserveCapacity(4)
        links.append(Link(.first, Page.target(start, 1)))
        if number > 1 { links.append(Link(.prev, Page.target(start, min(number - 1, last)))) }
        if !isLast { links.append(Link(.next, Page.target(start, number + 1, behind: end))) }
        links.append(Link(.last, Page.target(start, last)))
        return links
    }

    private static func target(
        _ start: [UInt8], _ number: Int, behind place: Cursor? = nil
    ) -> [UInt8] {
        var target: [UInt8] = []
        target.reserveCapacity(start.count + 64)
        target += start
        target += String(number).utf8
        if let place {
            target += "&after=".utf8
            place.append(to: &target)
        }
        return target
    }

    /// The target as it was asked for, its page and place taken out, up to the number of another.
    private static func start(of target: Target) -> [UInt8] {
        var rest = target.query ?? []
        var start: [UInt8] = []
        start.reserveCapacity(target.path.count + rest.count + 8)
        start += target.path
        start.append(UInt8(ascii: "?"))
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
            let other = rest[rest.startIndex..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            if other.isEmpty || isAboutPage(other) { continue }
            start += other
            start.append(UInt8(ascii: "&"))
        }
        start += "page=".utf8
        return start
    }

    private static func isAboutPage(_ pair: ArraySlice<UInt8>) -> Bool {
        let (five, six) = (pair.prefix(5), pair.prefix(6))
        return Ascii.equal(five.span, "page=") || Ascii.equal(six.span, "after=")
    }
}
