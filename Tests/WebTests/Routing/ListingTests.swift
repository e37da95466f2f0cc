import HTTP
import JSON
import Testing
import Workbench

@testable import Web

@Suite("A list")
struct ListingTests {
    private let giving = Giving.list(of: Boat.answer, about: "The boats")

    private func listing(
        _ form: Listing<Boat>.Form, of total: Int = 5, links: [Link] = []
    ) -> Listing<Boat> {
        Listing(
            [Boat(name: "Ada"), Boat(name: "Eve")], of: total, page: 2, limit: 2, links: links,
            form: form)
    }

    private func json(_ response: Response) throws -> JSON {
        try JSON.parse(response.wholeBody)
    }

    @Test("Is an array, and fields say how long it is and where it goes on")
    func array() throws {
        let links = [Link(.first, "/boats?limit=2"), Link(.next, "/boats?page=3&limit=2")]
        let response = giving.respond(listing(.array, links: links))
        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "application/json")
        #expect(response.fields["X-Total-Count"] == "5")
        #expect(
            response.fields[.link]
                == #"</boats?limit=2>; rel="first", </boats?page=3&limit=2>; rel="next""#)
        guard case .array(let boats) = try json(response) else { throw CancellationError() }
        #expect(boats.map { $0["name"] } == ["Ada", "Eve"])
    }

    @Test("Has no link where there is nothing to link to")
    func alone() {
        #expect(!giving.respond(listing(.array)).fields.contains(.link))
    }

    @Test("Stands in an envelope for who asked for one, with the same fields")
    func envelope() throws {
        let response = giving.respond(listing(.envelope))
        let json = try json(response)
        guard case .object(let members) = json, case .array(let items)? = json["items"] else {
            throw CancellationError()
        }
        #expect(members.map(\.name) == ["items", "total", "page", "limit", "total_pages"])
        #expect(items.count == 2)
        #expect(json["total"] == 5)
        #expect(json["page"] == 2)
        #expect(json["limit"] == 2)
        #expect(json["total_pages"] == 3)
        #expect(response.fields["X-Total-Count"] == "5")
    }

    @Test("Has as many pages as it takes", arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2)])
    func pages(total: Int, pages: Int) throws {
        let response = giving.respond(listing(.envelope, of: total))
        #expect(try json(response)["total_pages"] == .integer(Int64(pages)))
    }

    @Test("Is documented with its fields")
    func documented() throws {
        let route = Route(
            .get, "/boats", "", in: Area("A", ""), access: .everyone, takes: Takes.nothing,
            gives: giving
        ) { _ in listing(.array) }
        let given = try #require(
            route.operation(Examples([:], components: [:]), ProblemExamples([]))["responses"]?[
                "200"])
        guard case .object(let headers)? = given["headers"] else { throw CancellationError() }
        #expect(headers.map(\.name) == ["X-Total-Count", "Link", "ETag"])
        guard case .array(let forms)? = given["content"]?["application/json"]?["schema"]?["anyOf"]
        else { throw CancellationError() }
        #expect(forms.map { $0["type"] } == ["array", "object"])
    }
}
