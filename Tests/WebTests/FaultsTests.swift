import JSON
import Testing
import Workbench

@Suite("Faults of a request")
struct FaultsTests {
    private func faults(_ answer: RawAnswer) -> JSON? {
        answer.json?["errors"]
    }

    @Test(
        "All faults of query and body are told at once, with place, code and words",
        arguments: Way.allCases)
    func all(way: Way) async throws {
        let answer = try await Harbour(way).ask(
            .patch, Harbour.boat + "?limit=101", as: "anna",
            json: #"{"name":"","seats":"two","owner":7}"#)
        #expect(answer.status == 422)
        #expect(
            faults(answer) == [
                [
                    "pointer": "/limit", "field": "limit", "code": "too_large",
                    "detail": "must be at most 100",
                ],
                [
                    "pointer": "/name", "field": "name", "code": "too_short",
                    "detail": "must have at least 1 character",
                ],
                [
                    "pointer": "/seats", "field": "seats", "code": "wrong_type",
                    "detail": "must be a whole number",
                ],
                [
                    "pointer": "/owner", "field": "owner", "code": "wrong_type",
                    "detail": "must be text",
                ],
            ])
        #expect(answer.json?["detail"] == "limit must be at most 100. And 3 more.")
    }

    @Test("One fault alone is the detail")
    func one() async throws {
        let answer = try await Harbour().bring("{}")
        #expect(answer.json?["detail"] == "name is required.")
        #expect(answer.json?["error"] == "name is required.")
        #expect(answer.json?["title"] == "Some of what was sent is not valid.")
    }

    @Test("A fault within an array is told by its index")
    func nested() async throws {
        let answer = try await Harbour().bring(#"{"name":"Ada","stops":["Ulm","much too long"]}"#)
        #expect(
            faults(answer) == [
                [
                    "pointer": "/stops/1", "field": "stops.1", "code": "too_long",
                    "detail": "must have at most 5 characters",
                ]
            ])
    }

    @Test(
        "A body that is no object is a fault of the body itself",
        arguments: ["[]", "1", "\"{}\"", "true", "[{\"name\":\"Ada\"}]"])
    func noObject(body: String) async throws {
        let answer = try await Harbour().bring(body)
        #expect(answer.status == 422)
        #expect(
            faults(answer) == [
                ["pointer": "", "field": "", "code": "wrong_type", "detail": "must be an object"]
            ])
        #expect(answer.json?["detail"] == "The body must be an object.")
    }

    @Test("null is no object either")
    func null() async throws {
        let answer = try await Harbour().bring("null")
        #expect(answer.status == 422)
        #expect(answer.json?["detail"] == "The body must not be null.")
    }

    @Test("A query's fault is told where there is no body")
    func query() async throws {
        let answer = try await Harbour().ask(.get, "/api/v1/boats?limit=many")
        #expect(answer.status == 422)
        #expect(answer.json?["detail"] == "limit must be a whole number.")
    }

    @Test("A refused request has not reached its handler")
    func untouched() async throws {
        let answer = try await Harbour().ask(
            .post, Harbour.boat + "/launch", as: "anna", json: #"{"name":"Ada","seats":99}"#)
        #expect(answer.code == "invalid_request")
    }
}
