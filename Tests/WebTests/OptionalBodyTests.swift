import JSON
import Testing
import Workbench

@Suite("Optional bodies and changes")
struct OptionalBodyTests {
    let launch = Harbour.boat + "/launch"

    @Test("No body means what the route says it means", arguments: Way.allCases)
    func absent(way: Way) async throws {
        let harbour = try Harbour(way)
        let any: JSON = ["name": "Any", "seats": 1, "stops": []]
        #expect(try await harbour.ask(.post, launch, as: "ben").json == any)
        #expect(try await harbour.ask(.post, launch, as: "ben", json: "").json == any)
        let typed = [("Content-Type", "text/plain")]
        #expect(try await harbour.ask(.post, launch, as: "ben", typed).json == any)
    }

    @Test("A body that comes anyway is read like any other")
    func present() async throws {
        let harbour = try Harbour()
        let answer = try await harbour.ask(.post, launch, as: "ben", json: #"{"name":"Ada"}"#)
        #expect(answer.json?["name"] == "Ada")
        #expect(try await harbour.ask(.post, launch, as: "ben", json: "{}").status == 422)
        #expect(try await harbour.ask(.post, launch, as: "ben", json: "null").status == 422)
        #expect(try await harbour.ask(.post, launch, as: "ben", json: "{").status == 400)
        let plain = try await harbour.send(
            .post, launch, [("Authorization", "Bearer ben")], body: #"{"name":"Ada"}"#)
        #expect(plain.status == 415)
    }

    @Test("A change that is not named keeps what is there", arguments: Way.allCases)
    func keep(way: Way) async throws {
        let answer = try await Harbour(way).ask(.patch, Harbour.boat, as: "anna", json: "{}")
        #expect(
            answer.json == ["id": .string(Boat().id), "name": "Ada", "seats": 4, "owner": "ben"])
    }

    @Test("A change sets a member, and null empties one that may be empty")
    func set() async throws {
        let answer = try await Harbour().ask(
            .patch, Harbour.boat, as: "anna", json: #"{"seats":2,"owner":null}"#)
        #expect(answer.json?["seats"] == 2)
        #expect(answer.json?["owner"] == .null)
        #expect(answer.json?["name"] == "Ada")
    }

    @Test("Null for a member that can't be empty is a fault")
    func null() async throws {
        let answer = try await Harbour().ask(
            .patch, Harbour.boat, as: "anna", json: #"{"name":null}"#)
        #expect(answer.status == 422)
        #expect(answer.json?["detail"] == "name must not be null.")
    }

    @Test("A query's parameter has its default, its limits and its first value")
    func parameters() async throws {
        let harbour = try Harbour()
        #expect(try await count("", harbour) == 2)
        #expect(try await count("?limit=3", harbour) == 3)
        #expect(try await count("?limit=3&limit=1", harbour) == 3)
        #expect(try await count("?other=1&limit=%33", harbour) == 3)
        #expect(try await harbour.ask(.get, "/api/v1/boats?limit=").status == 422)
    }

    private func count(_ query: String, _ harbour: Harbour) async throws -> Int? {
        guard case .array(let boats)? = try await harbour.ask(.get, "/api/v1/boats" + query).json
        else { return nil }
        return boats.count
    }
}
