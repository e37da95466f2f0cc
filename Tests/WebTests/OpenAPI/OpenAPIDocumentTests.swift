import JSON
import Testing
import Workbench

@testable import Web

@Suite("The OpenAPI document of a table")
struct OpenAPIDocumentTests {
    private static let api = APIDescription(
        title: "Harbour", version: "1.2.3", about: "Boats and their berths.",
        publicURL: "https://harbour.example")

    let json = OpenAPIDocument(api, Harbour.table).json
    var reading: DocumentReading { DocumentReading(json) }

    @Test("It is the committed one")
    func snapshot() {
        expectSnapshot(reading.outline, matches: "Tests/WebTests/OpenAPI/harbour.txt")
    }

    @Test("Operation ids come from method and path, so they stay what they are")
    func ids() {
        #expect(
            reading.operations.map(\.id) == [
                "getBoats", "postBoats", "getBoatsMine", "getBoatsById", "patchBoatsById",
                "deleteBoatsById", "postBoatsByIdLaunch", "getBoatsByIdSeatsByNumber",
                "getRootLedger", "getTide", "getStormsByKind",
            ])
        #expect(reading.repeatedIDs == [])
    }

    @Test(
        "A path with and without the version has two ids",
        arguments: [
            ("/", "getIndex"), ("/health", "getRootHealth"), ("/api/v1/health", "getHealth"),
            ("/health/live", "getRootHealthLive"), ("/openapi.json", "getRootOpenapiJson"),
            ("/api/v1/auth/reset-password", "getAuthResetPassword"),
            ("/api/v1/me/sign-ins/{id}", "getMeSignInsById"),
            ("/api/v1/{user_id}/x", "getByUserIdX"),
        ])
    func id(template: String, id: String) {
        #expect(Route.stub(.get, template).operationID == id)
    }

    @Test("Every reference leads somewhere, every tag and parameter is explained")
    func whole() {
        #expect(reading.brokenReferences == [])
        #expect(reading.unknownTags == [])
        #expect(reading.misnamedParameters == [])
        #expect(OpenAPIDocument(OpenAPIDocumentTests.api, Harbour.table).conflicts == [])
    }

    @Test("Two shapes under one name are told")
    func conflicts() {
        let other = Answer<Int>.object("Boat", [.init("name", .integer) { $0 }])
        let route = Route(
            .get, "/other", "", in: Area("A", ""), access: .everyone, takes: Takes.nothing,
            gives: .ok(other)
        ) { _ in 1 }
        let document = OpenAPIDocument(OpenAPIDocumentTests.api, Harbour.table + [route])
        #expect(document.conflicts == ["Boat"])
    }

    @Test("A parameter says what it may be, whether it must be there and what its absence means")
    func parameters() {
        #expect(
            reading["patchBoatsById"]?["parameters"] == [
                [
                    "name": "id", "in": "path", "description": "Which boat.", "required": true,
                    "schema": ["type": "string", "format": "uuid"],
                    "example": "019bc0f2-6d1e-7c3a-9f5e-0a4b6f1c2d3e",
                ],
                [
                    "name": "limit", "in": "query", "description": "How many at most.",
                    "required": false,
                    "schema": ["type": "integer", "minimum": 1, "maximum": 100, "default": 2],
                    "example": 2,
                ],
            ])
    }

    @Test("A body is required or not, and refers to its component")
    func bodies() {
        let needed = reading["postBoats"]?["requestBody"]
        #expect(needed?["required"] == true)
        #expect(needed?["content"]?["application/json"]?["schema"] == newBoat)
        let optional = reading["postBoatsByIdLaunch"]?["requestBody"]
        #expect(optional?["required"] == false)
        #expect(optional?["content"]?["application/json"]?["schema"] == newBoat)
        #expect(reading["getBoats"]?["requestBody"] == nil)
    }

    private let newBoat: JSON = ["$ref": "#/components/schemas/NewBoat"]

    @Test("Answers have their status and shape, and none where there is no body")
    func answers() {
        #expect(reading["deleteBoatsById"]?["responses"]?["204"] == ["description": "Done"])
        let made = reading["postBoats"]?["responses"]?["201"]
        #expect(made?["description"] == "The boat as it was understood")
        #expect(
            made?["headers"]?["Location"]
                == ["description": "Where it is.", "schema": ["type": "string"]])
        #expect(made?["content"]?["application/json"]?["schema"] == newBoat)
        #expect(
            reading["getRootLedger"]?["responses"]?["200"]?["content"]
                == ["text/plain": ["schema": ["type": "string"]]])
    }

    @Test("Problems stand under their status: what the route declares and what it takes")
    func statuses() {
        #expect(
            statuses("postBoats") == [
                "201", "400", "401", "403", "409", "413", "415", "422", "429", "default",
            ])
        #expect(statuses("getBoats") == ["200", "304", "400", "422", "429", "default"])
        #expect(statuses("getBoatsMine") == ["200", "304", "401", "429", "default"])
        #expect(statuses("getBoatsByIdSeatsByNumber") == ["200", "304", "404", "429", "default"])
        #expect(statuses("getRootLedger") == ["200", "401", "default"])
        #expect(statuses("getStormsByKind") == ["204", "404", "429", "503", "default"])
    }

    private func statuses(_ id: String) -> [String]? {
        guard case .object(let members)? = reading[id]?["responses"] else { return nil }
        return members.map(\.name)
    }

    @Test("Whoever is refused for a permission gets the refusal that is documented")
    func permissionRefusal() {
        let responses = reading["deleteBoatsById"]?["responses"]
        #expect(responses?["403"] == nil)
        #expect(responses?["409"]?["description"] == "`boat_away`: The boat is at sea.")
    }

    @Test("Each problem of a status is an example, as it would come over the wire")
    func examples() {
        let content = reading["postBoats"]?["responses"]?["400"]?["content"]
        let problem = content?["application/problem+json"]
        #expect(problem?["schema"] == ["$ref": "#/components/schemas/Problem"])
        #expect(
            problem?["examples"]
                == ["malformed_json": ["$ref": "#/components/examples/malformed_json"]])
        #expect(
            json["components"]?["examples"]?["malformed_json"]
                == [
                    "value": [
                        "type": "/docs/problems/malformed_json",
                        "title": "The body is not valid JSON.", "status": 400,
                        "detail": "The body is not valid JSON.",
                        "error": "The body is not valid JSON.", "code": "malformed_json",
                        "request_id": "0f9ad2c7b1e04d63",
                    ]
                ])
    }

    @Test("Security is what the route's access asks for")
    func security() {
        let bearer: JSON = [["bearer": []]]
        #expect(reading["getBoats"]?["security"] == nil)
        #expect(reading["getBoatsMine"]?["security"] == bearer)
        #expect(reading["postBoats"]?["security"] == bearer)
        #expect(reading["getRootLedger"]?["security"] == bearer)
        #expect(reading["getBoatsById"]?["security"] == [[:], ["bearer": []]])
        #expect(reading["postBoats"]?["x-access"] == "boats:write")
    }

    @Test(
        "A description says in words what a caller needs",
        arguments: [
            (.everyone, nil), (.everyoneOrUser, nil), (.whoever, nil),
            (.user, "Needs an access token, of any account."),
            (.permission("boats:write"), "Needs the permission `boats:write`."),
            (
                .selfOrPermission("boats:read"),
                "Needs the permission `boats:read`, or one's own account."
            ),
            (.token, "Needs the token that the server's configuration names."),
        ] as [(AccessRule, String?)])
    func needs(access: AccessRule, sentence: String?) {
        let operation = Route.stub(.get, "/boats", access: access).operation(
            Examples([:], components: [:]), ProblemExamples([]))
        #expect(operation["description"] == sentence.map { .string($0) })
    }

    @Test("What the declaration says of the operation stands above it")
    func paragraphs() {
        #expect(
            reading["getRootLedger"]?["description"]
                == .string(
                    "For the master.\n\nNeeds the token that the server's configuration names."))
    }

    @Test("It says where the API is: at its public address, or wherever it came from")
    func servers() {
        #expect(json["servers"] == [["url": "https://harbour.example"]])
        let here = APIDescription(title: "", version: "", about: "", publicURL: "")
        #expect(OpenAPIDocument(here, []).json["servers"] == [["url": "/"]])
    }
}
