import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Ratings")
struct RatingsTests {
    @Test("Of a service that nobody has rated are none, and their average is nothing")
    func none() async throws {
        let desk = try await ReviewDesk()
        #expect(
            try await desk.stats() == [
                "count": 0, "average": .null,
                "histogram": ["1": 0, "2": 0, "3": 0, "4": 0, "5": 0],
            ])
    }

    @Test("Of a service are summed up, and it tells of them itself")
    func sums() async throws {
        let desk = try await ReviewDesk()
        for rating in [5, 4, 4, 1] { _ = try await desk.posted(rating) }
        #expect(
            try await desk.stats() == [
                "count": 4, "average": try JSON.parse("3.5"),
                "histogram": ["1": 1, "2": 0, "3": 0, "4": 2, "5": 1],
            ])
        let service = try await desk.see("/services/\(desk.service)")
        #expect(service["rating_average"]?.doubleValue == 3.5)
        #expect(service["rating_count"] == 4)
        guard case .array(let list) = try await desk.see("/services") else {
            throw CancellationError()
        }
        #expect(list == [service])
    }

    @Test("Of one service are none of another's")
    func apart() async throws {
        let desk = try await ReviewDesk()
        let other = try await desk.offer()
        _ = try await desk.posted(5)
        _ = try await desk.post(desk.visit(service: other, as: desk.ann), 1)
        #expect(try await desk.stats()["average"]?.doubleValue == 5)
        #expect(try await desk.stats(other)["average"]?.doubleValue == 1)
    }

    @Test("Make a new tag of the service, and no change of it")
    func serviceTag() async throws {
        let desk = try await ReviewDesk()
        let path = "/services/\(desk.service)"
        let before = try await desk.house.ask(.get, path)
        desk.house.clock.move(5)
        let id = try await desk.posted(4)
        let rated = try await desk.house.ask(.get, path)
        #expect(rated["ETag"] != before["ETag"])
        #expect(rated.json?["updated_at"] == before.json?["updated_at"])
        _ = try await desk.house.ask(.patch, "/reviews/\(id)", ["rating": 3], as: desk.ann)
        let changed = try await desk.house.ask(.get, path)
        #expect(changed["ETag"] != rated["ETag"])
        _ = try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.ann)
        #expect(try await desk.house.ask(.get, path)["ETag"] == before["ETag"])
    }

    @Test("Of sessions are those of who leads them, who has a new tag at each")
    func facilitators() async throws {
        let desk = try await ReviewDesk()
        let fay = try await desk.house.person("fay", role: "facilitator")
        let path = "/facilitators/\(fay.id)"
        let before = try await desk.house.ask(.get, path)
        #expect(before.json?["rating_average"] == .null)
        #expect(before.json?["rating_count"] == 0)
        let bob = try await desk.house.person("bob")
        var ids: [String] = []
        for (person, rating) in [(desk.ann, 5), (bob, 2)] {
            let session = try await desk.give(.session, as: fay)
            ids.append(
                try await desk.posted(
                    rating, of: .init("session_id", .string(session)), as: person))
        }
        let rated = try await desk.house.ask(.get, path)
        #expect(rated.json?["rating_average"]?.doubleValue == 3.5)
        #expect(rated.json?["rating_count"] == 2)
        #expect(rated["ETag"] != before["ETag"])
        #expect(try await desk.see("/facilitators") == .array([try #require(rated.json)]))
        _ = try await desk.house.ask(.delete, "/reviews/\(ids[1])", as: bob)
        let left = try await desk.house.ask(.get, path)
        #expect(left.json?["rating_average"]?.doubleValue == 5)
        #expect(left.json?["rating_count"] == 1)
        _ = try await desk.house.ask(.delete, "/reviews/\(ids[0])", as: desk.ann)
        #expect(try await desk.house.ask(.get, path)["ETag"] == before["ETag"])
        try desk.verify()
    }

    @Test("Of a class are not those of a facilitator who gives it")
    func classes() async throws {
        let desk = try await ReviewDesk()
        let fay = try await desk.house.person("fay", role: "facilitator")
        let yoga = try await desk.give(.class, as: fay)
        _ = try await desk.posted(1, of: .init("class_id", .string(yoga)))
        #expect(try await desk.see("/facilitators/\(fay.id)")["rating_count"] == 0)
        try desk.verify()
    }

    @Test("Are what they were when the tables are made anew from the journal")
    func replayed() async throws {
        let desk = try await ReviewDesk()
        _ = try await desk.posted(4)
        let second = try await desk.posted(2)
        _ = try await desk.house.ask(.patch, "/reviews/\(second)", ["rating": 1], as: desk.ann)
        let seen = try await desk.see("/services/\(desk.service)/reviews")
        try await desk.house.database.write { tx in
            _ = try Replay(try Chapters(Features.chapters)).rebuild(in: tx)
        }
        #expect(try await desk.see("/services/\(desk.service)/reviews") == seen)
        #expect(try await desk.stats()["average"]?.doubleValue == 2.5)
    }

    @Test(
        "That were tampered with are found",
        arguments: [
            "update rating_count set number = 2", "delete from rating_count",
            "insert into rating_count values ('service', 'x', 1, 1)",
            "update service set rating_sum = 9", "update service set rating_count = 0",
            "update review set rating = 1", "update booking set state = 'confirmed'",
        ])
    func tampered(sql: String) async throws {
        let desk = try await ReviewDesk()
        _ = try await desk.posted(4)
        try desk.verify()
        try await desk.house.database.write { tx in try tx.script(sql) }
        #expect(throws: Discrepancy.self) { try desk.verify() }
    }
}
