import JSON
import Testing
import Time

struct SchemaDocumentTests {
    private static let scalars: [(SchemaDocument, String)] = [
        (Schema<String>.text(1...9).document, #"{"type":"string","minLength":1,"maxLength":9}"#),
        (Schema<Int>.integer(1...9).document, #"{"type":"integer","minimum":1,"maximum":9}"#),
        (
            Schema<Int>.money(upTo: 9_950).document,
            #"{"type":"number","minimum":0,"maximum":99.5,"multipleOf":0.01}"#
        ),
        (Schema<Bool>.boolean.document, #"{"type":"boolean"}"#),
        (Schema<Instant>.instant.document, #"{"type":"string","format":"date-time"}"#),
        (Schema<CivilDate>.date.document, #"{"type":"string","format":"date"}"#),
        (Schema<String>.uuid.document, #"{"type":"string","format":"uuid"}"#),
        (Schema<String>.email.document, #"{"type":"string","format":"email","maxLength":254}"#),
        (Schema<Mood>.oneOf(Mood.allCases).document, #"{"type":"string","enum":["calm","wild"]}"#),
        (Schema<JSON>.json.document, "{}"),
        (
            Schema<Mood>.oneOf(Mood.allCases).nullable.document,
            #"{"type":["string","null"],"enum":["calm","wild",null]}"#
        ),
        (
            Schema<[Bool]>.array(of: .boolean, count: 0...2).document,
            #"{"type":"array","items":{"type":"boolean"},"minItems":0,"maxItems":2}"#
        ),
    ]

    @Test("Every kind says its type and its limits", arguments: scalars)
    func kinds(document: SchemaDocument, text: String) {
        #expect(document.usage.text == text)
    }

    @Test("A named object is referred to by its uses, and defined once")
    func components() throws {
        #expect(Trip.schema.document.usage.text == ##"{"$ref":"#/components/schemas/Trip"}"##)
        var components = Components()
        components.add(Trip.schema.document)
        components.add(Trip.stop.document)
        #expect(components.definitions.map(\.name) == ["Trip", "Stop"])
        #expect(components.conflicts.isEmpty)
    }

    @Test("An object lists its members, what is required, and the other spellings")
    func object() throws {
        var components = Components()
        components.add(Trip.schema.document)
        let expected = """
            {"type":"object","properties":{\
            "title":{"type":"string","minLength":1,"maxLength":10,"description":"Its name"},\
            "name":{"type":"string","minLength":1,"maxLength":10,\
            "description":"Another spelling of `title`","x-alias-of":"title"},\
            "seats":{"type":"integer","minimum":1,"maximum":50,"description":"How many may join"},\
            "guide":{"type":["string","null"],"minLength":1,"maxLength":30,\
            "description":"Who leads"},\
            "stops":{"type":"array","items":{"$ref":"#/components/schemas/Stop"},\
            "minItems":1,"maxItems":3,"description":"The way"}},\
            "required":["seats","stops"],\
            "allOf":[{"anyOf":[{"required":["title"]},{"required":["name"]}]}]}
            """
        #expect(components.definitions.first?.value.text == expected)
    }

    @Test("A default is shown, and its field isn't required")
    func defaults() {
        var components = Components()
        components.add(Trip.stop.document)
        let stop = components.definitions.first?.value
        #expect(stop?["required"] == ["place"])
        #expect(stop?["properties"]?["minutes"]?["default"] == 15)
    }

    @Test("A schema's own description gives way to that of its use")
    func descriptions() {
        let schema: Schema<String> = .text(1...9).described("A word").example("yoga")
        #expect(schema.document.usage["description"] == "A word")
        #expect(schema.document.usage["examples"] == ["yoga"])
        #expect(schema.document.described("A title").usage["description"] == "A title")
    }

    @Test("A named object that may be null is a choice between both")
    func nullableComponent() {
        let expected = ##"{"anyOf":[{"$ref":"#/components/schemas/Stop"},{"type":"null"}]}"##
        #expect(Trip.stop.nullable.document.usage.text == expected)
        var components = Components()
        components.add(Trip.stop.nullable.document)
        #expect(components.definitions.map(\.name) == ["Stop"])
    }

    @Test("Two different schemas of one name are a conflict")
    func conflicts() {
        var components = Components()
        components.add(Trip.stop.document)
        components.add(Answer<Int>.object("Stop", []).document)
        #expect(components.conflicts == ["Stop"])
    }
}
