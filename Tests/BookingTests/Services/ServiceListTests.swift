import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The list of services")
struct ServiceListTests {
    private func desk() async throws -> ServiceDesk {
        let desk = try await ServiceDesk()
        _ = try await desk.offer("Deep massage", ["price": 60, "description": "For the back"])
        _ = try await desk.offer(
            "Haircut", ["price": try JSON.parse("25.5"), "description": "Wash & 100% care"])
        _ = try await desk.offer("Größe prüfen", ["price": 0, "description": "Ärztlich_geprüft"])
        _ = try await desk.offer("Reiki", ["price": 60, "is_active": false])
        return desk
    }

    @Test("Comes in the order in which they were made, in pages, with the whole count")
    func pages() async throws {
        let desk = try await desk()
        #expect(try await desk.titles() == ["Deep massage", "Haircut", "Größe prüfen"])
        let page = try await desk.house.ask(.get, "/services?limit=2&page=2&envelope=true")
        #expect(page.json?["total"] == 3)
        #expect(page.json?["total_pages"] == 2)
        #expect(page["X-Total-Count"] == "3")
        #expect(page["Link"]?.contains("rel=\"prev\"") == true)
        #expect(try await desk.titles("?limit=2&page=2") == ["Größe prüfen"])
        let past = try await desk.house.ask(.get, "/services?page=9")
        #expect(past.json == [])
        #expect(past["X-Total-Count"] == "3")
    }

    @Test("Is empty on a new server, which is no error")
    func empty() async throws {
        #expect(try await ServiceDesk().titles() == [])
    }

    @Test(
        "Finds any part of titles and descriptions, whatever their case",
        arguments: [
            ("massage", ["Deep massage"]), ("MASS", ["Deep massage"]), ("sage", ["Deep massage"]),
            ("the%20back", ["Deep massage"]), ("back%20deep", ["Deep massage"]),
            ("back%20hair", []), ("gr%C3%B6%C3%9Fe", ["Größe prüfen"]),
            ("GR%C3%96", ["Größe prüfen"]), ("ai", ["Haircut"]), ("ai%20ut", ["Haircut"]),
            ("ai%20care", ["Haircut"]), ("100%25", ["Haircut"]), ("%25", ["Haircut"]),
            ("_", ["Größe prüfen"]), ("%26", ["Haircut"]), ("zzz", []), ("zz", []),
        ])
    func text(query: String, titles: [String]) async throws {
        #expect(try await desk().titles("?q=\(query)") == titles)
    }

    @Test("Shows all where nothing is looked for")
    func blank() async throws {
        let desk = try await desk()
        #expect(try await desk.titles("?q=").count == 3)
        #expect(try await desk.titles("?q=%20%20").count == 3)
    }

    @Test(
        "Takes every sign that a search could have a meaning for as it is",
        arguments: [
            "%22", "%22%22%22", "a%22b", "mass*", "NOT", "title:deep", "(deep", "deep%20OR%20hair",
            "%5E", "{deep}", "deep%20AND", "NEAR(deep%20massage)", "'", "';--", "%5C", "a%5Cb%25",
            "-deep", "%2Bdeep", "%F0%9F%98%80", "%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80",
        ])
    func signs(query: String) async throws {
        let desk = try await ServiceDesk()
        _ = try await desk.offer("deep massage")
        #expect(try await desk.titles("?q=\(query)") == [])
    }

    @Test("Is what lies between two prices, the cheapest first")
    func prices() async throws {
        let desk = try await desk()
        #expect(
            try await desk.titles("?price_min=0") == ["Größe prüfen", "Haircut", "Deep massage"])
        #expect(try await desk.titles("?price_min=25.5&price_max=60").count == 2)
        #expect(try await desk.titles("?price_min=25.51&price_max=59.99") == [])
        #expect(try await desk.titles("?price_max=25.50") == ["Größe prüfen", "Haircut"])
        #expect(try await desk.titles("?price_min=60&price_max=0") == [])
        #expect(try await desk.titles("?q=massage&price_max=59") == [])
        #expect(try await desk.titles("?q=massage&price_min=60") == ["Deep massage"])
    }

    @Test("Shows those that can't be booked to who may change them, and to nobody else")
    func inactive() async throws {
        let desk = try await desk()
        let ann = try await desk.house.person("ann")
        #expect(try await desk.titles("?active=false", as: desk.admin) == ["Reiki"])
        #expect(try await desk.titles("?active=false", as: ann) == [])
        #expect(try await desk.titles("?active=false") == [])
        #expect(try await desk.titles("?active=true", as: desk.admin).count == 3)
        #expect(try await desk.titles("?active=false&q=reiki", as: desk.admin) == ["Reiki"])
    }

    @Test("Follows what services become")
    func changes() async throws {
        let desk = try await desk()
        let reiki = try await desk.house.ask(.get, "/services?active=false", as: desk.admin)
        guard case .array(let list)? = reiki.json, let first = list.first else {
            throw CancellationError()
        }
        #expect(reiki["X-Total-Count"] == "1")
        _ = try await desk.house.ask(
            .patch, "/services/\(try desk.id(first))",
            ["is_active": true, "title": "Healing hands"], as: desk.admin)
        #expect(try await desk.titles("?q=reiki") == [])
        #expect(try await desk.titles("?q=hands") == ["Healing hands"])
        #expect(try await desk.titles("?price_min=60") == ["Deep massage", "Healing hands"])
        try desk.verify()
    }

    @Test("Is found as before when the tables are made anew from the journal")
    func replayed() async throws {
        let desk = try await desk()
        try await desk.house.database.write { tx in
            _ = try Replay(try Chapters(Features.chapters)).rebuild(in: tx)
        }
        #expect(try await desk.titles("?q=sage") == ["Deep massage"])
        #expect(try await desk.titles().count == 3)
    }

    @Test(
        "What makes no sense is refused by its name",
        arguments: [
            "price_min=-1", "price_max=x", "price_min=NaN", "price_min=1.234", "active=maybe",
            "page=0", "limit=101", "price_max=1e400", "price_min=Infinity",
        ])
    func faults(query: String) async throws {
        let answer = try await ServiceDesk().house.ask(.get, "/services?\(query)")
        #expect(answer.status == 422)
        guard case .array(let faults)? = answer.json?["errors"] else { throw CancellationError() }
        #expect(faults.map { $0["field"] } == [.string(String(query.prefix { $0 != "=" }))])
    }

    @Test("A text to look for is not endless, and holds no NUL")
    func longText() async throws {
        let desk = try await ServiceDesk()
        let most = String(repeating: "x", count: 200)
        #expect(try await desk.titles("?q=\(most)") == [])
        for query in ["q=\(most)x", "q=a%00b"] {
            #expect(
                [400, 422].contains(try await desk.house.ask(.get, "/services?\(query)").status))
        }
    }
}
