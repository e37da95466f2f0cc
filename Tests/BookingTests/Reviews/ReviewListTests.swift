import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The list of a service's reviews")
struct ReviewListTests {
    /// Seven reviews, of two people in turn.
    private func desk() async throws -> ReviewDesk {
        let desk = try await ReviewDesk()
        let bob = try await desk.house.person("bob")
        for (index, rating) in [5, 1, 4, 5, 2, 4, 3].enumerated() {
            _ = try await desk.posted(rating, as: index.isMultiple(of: 2) ? desk.ann : bob)
        }
        return desk
    }

    @Test("Is for everybody, the newest in front")
    func newest() async throws {
        let desk = try await desk()
        #expect(try await desk.ratings() == [3, 4, 2, 5, 4, 1, 5])
        guard case .array(let list) = try await desk.see("/services/\(desk.service)/reviews")
        else { throw CancellationError() }
        #expect(list.map { $0["user_name"] }.prefix(2) == ["ann", "bob"])
        #expect(list.allSatisfy { $0["service_id"] == .string(desk.service) })
    }

    @Test("Has those that rate it high enough, and counts no others")
    func lowest() async throws {
        let desk = try await desk()
        for rating in 1...5 {
            let high = [3, 4, 2, 5, 4, 1, 5].filter { $0 >= rating }
            let found = try await desk.ratings("?rating_min=\(rating)")
            #expect(found == high.map { .integer(Int64($0)) })
            let answer = try await desk.house.ask(
                .get, "/services/\(desk.service)/reviews?rating_min=\(rating)&limit=1")
            #expect(answer["X-Total-Count"] == "\(high.count)")
        }
    }

    @Test("Comes in pages, with the whole count")
    func pages() async throws {
        let desk = try await desk()
        let path = "/services/\(desk.service)/reviews"
        let page = try await desk.see("\(path)?limit=3&page=2&envelope=true")
        #expect(page["total"] == 7)
        #expect(page["total_pages"] == 3)
        #expect(try await desk.ratings("?limit=3&page=3") == [5])
        let past = try await desk.house.ask(.get, "\(path)?page=9")
        #expect(past.json == [])
        #expect(past["X-Total-Count"] == "7")
        #expect(try await desk.ratings("?limit=2&page=2&rating_min=4") == [4, 5])
        #expect(try await desk.ratings("?page=1000000") == [])
    }

    @Test("Leads on to what comes next, whatever is posted meanwhile")
    func links() async throws {
        let desk = try await desk()
        var path: String? = "/api/v1/services/\(desk.service)/reviews?limit=3&rating_min=2"
        var seen: [JSON?] = []
        while let next = path {
            let answer = try await desk.house.ask(.get, String(next.dropFirst("/api/v1".count)))
            guard case .array(let list)? = answer.json else { throw CancellationError() }
            seen += list.map { $0["rating"] }
            _ = try await desk.posted(5)
            path = answer["Link"]?.split(separator: ",").first { $0.contains("rel=\"next\"") }
                .map { String($0.split(separator: ">")[0].drop { $0 != "<" }.dropFirst()) }
        }
        #expect(seen == [3, 4, 2, 5, 4, 5])
    }

    @Test("Is there of everything that can be booked", arguments: Rated.Kind.booked)
    func items(kind: Rated.Kind) async throws {
        let desk = try await ReviewDesk()
        let fay = try await desk.house.person("fay", role: "facilitator")
        let item: String
        if let occasion = OccasionKind(rawValue: kind.rawValue) {
            item = try await desk.give(occasion, as: kind == .session ? fay : desk.admin)
            _ = try await desk.posted(4, of: .init("\(kind.rawValue)_id", .string(item)))
        } else {
            item = desk.service
            _ = try await desk.posted(4)
        }
        for other in Rated.Kind.booked {
            let answer = try await desk.house.ask(
                .get, "/reviews?kind=\(other.rawValue)&item_id=\(item)")
            if other == .service, kind != .service {
                #expect(desk.outcome(answer) == "404 not_found")
            } else {
                #expect(answer["X-Total-Count"] == (other == kind ? "1" : "0"))
            }
        }
    }

    @Test("Of whatever was booked it has to be told what that was")
    func item() async throws {
        let desk = try await ReviewDesk()
        for query in ["", "?kind=session", "?item_id=x&kind=class", "?kind=slot&item_id=x"] {
            let answer = try await desk.house.ask(.get, "/reviews\(query)")
            #expect(desk.outcome(answer) == "422 invalid_request", "\(query)")
        }
    }

    @Test("Is empty of a service that nobody has reviewed, which is no error")
    func empty() async throws {
        let desk = try await desk()
        let other = try await desk.offer()
        let answer = try await desk.house.ask(.get, "/services/\(other)/reviews")
        #expect(answer.status == 200)
        #expect(answer.json == [])
        #expect(answer["X-Total-Count"] == "0")
    }

    @Test("Of a service that isn't there it isn't there, nor are the sums")
    func unknown() async throws {
        let desk = try await desk()
        let id = try await desk.posted()
        let nowhere = "01890000-0000-7000-8000-000000000000"
        _ = try await desk.house.ask(.delete, "/services/\(desk.service)", as: desk.admin)
        for service in [nowhere, desk.service] {
            for path in ["/services/\(service)/reviews", "/services/\(service)/reviews/stats"] {
                #expect(desk.outcome(try await desk.house.ask(.get, path)) == "404 not_found")
            }
        }
        // Whoever has written one has it still.
        #expect(try await desk.see("/reviews/\(id)")["rating"] == 5)
        #expect(try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.ann).status == 204)
        try desk.verify()
    }

    @Test("Of a service that can't be booked now it is there")
    func inactive() async throws {
        let desk = try await desk()
        _ = try await desk.house.ask(
            .patch, "/services/\(desk.service)", ["is_active": false], as: desk.admin)
        #expect(try await desk.ratings().count == 7)
    }

    @Test("What makes no sense is refused by its name")
    func faults() async throws {
        let desk = try await ReviewDesk()
        for query in [
            "rating_min=0", "rating_min=6", "rating_min=4.5", "rating_min=x", "rating_min=",
            "page=0", "limit=101", "limit=0", "after=x", "envelope=maybe",
        ] {
            let path = "/services/\(desk.service)/reviews?\(query)"
            let answer = try await desk.house.ask(.get, path)
            #expect(answer.status == 422)
            guard case .array(let faults)? = answer.json?["errors"] else {
                throw CancellationError()
            }
            #expect(faults.map { $0["field"] } == [.string(String(query.prefix { $0 != "=" }))])
        }
    }
}
